package com.acmecorp.aws;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.platform.events.EventHandler;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Works on the messages of one queue: each is deleted when its handler succeeded, shown again after a pause when it
 * didn't, and hidden from others for as long as it is worked on. What fails again and again, the queue itself moves to
 * its dead-letter queue. Belongs to one event loop.
 */
final class QueueReader {

    private static final Logger LOG = LoggerFactory.getLogger(QueueReader.class);
    private static final Backoff PAUSES_MS = new Backoff(100, 20_000);

    private final Vertx vertx;
    private final Context loop;
    private final Queue queue;
    private final SqsConfig config;
    private final EventHandler<?> handler;
    private final Deletions deletions;
    private final List<Poller> pollers = new ArrayList<>();
    private final Set<Message> inFlight = new LinkedHashSet<>();
    private final Promise<Void> drained = Promise.promise();
    private long extending;
    private int failuresInARow;
    private boolean stopping;

    QueueReader(Context loop, Queue queue, SqsConfig config, EventHandler<?> handler) {
        this.vertx = loop.owner();
        this.loop = loop;
        this.queue = queue;
        this.config = config;
        this.handler = handler;
        this.deletions = new Deletions(queue);
    }

    void start() {
        extending = vertx.setPeriodic(config.visibilitySeconds() * 500L, passed -> extend());
        for (int i = 0; i < config.pollers(); i++) {
            Poller poller = new Poller(vertx, queue, this);
            pollers.add(poller);
            poller.poll();
        }
    }

    /** Receives nothing more; ends when what is in work is done. */
    Future<Void> stop() {
        stopping = true;
        pollers.forEach(Poller::stop);
        drainedIfEmpty();
        return drained.future().onComplete(done -> vertx.cancelTimer(extending));
    }

    /** How many messages one more receive call may bring: those that others may bring need room, too. */
    int room() {
        int expected = pollers.stream().mapToInt(Poller::expected).sum();
        int room = config.inFlight() - inFlight.size() - expected;
        return Math.clamp(room, 0, config.batchSize());
    }

    /**
     * How long to wait before the next messages are received. While every handler fails, the database say is away,
     * messages are safer in the queue: each that is received comes nearer to its dead-letter queue.
     */
    long pauseMs() {
        int batches = failuresInARow / config.batchSize();
        return batches == 0 ? 0 : PAUSES_MS.after(batches);
    }

    /** What comes after the stop is given back. */
    void take(List<Message> messages) {
        inFlight.addAll(messages);
        messages.forEach(message -> {
            if (stopping) {
                showAgain(message, 0);
            } else {
                work(message);
            }
        });
    }

    private void work(Message message) {
        EventEnvelope event;
        try {
            event = EventJson.read(message.body(), EventEnvelope.class);
        } catch (IllegalArgumentException e) {
            LOG.error("message {} is no event of ours: {}", message.messageId(), e.getMessage());
            showAgain(message, 0);
            return;
        }
        // A handler may end on any thread; its time limit, too, where its Future knows no event
        // loop.
        handler.handle(event)
                .onComplete(
                        handled -> loop.runOnContext(here -> settle(message, handled.result())));
    }

    private void settle(Message message, Outcome outcome) {
        failuresInARow = outcome.worthRetrying() ? failuresInARow + 1 : 0;
        switch (outcome.verdict()) {
            case ACKNOWLEDGED -> deletions.delete(message).onComplete(gone -> done(message));
            case FAILED, UNREACHABLE, NO_SUBSCRIBER -> showAgain(message, pauseSeconds(message));
            // No pause: the sooner it reaches the dead-letter queue, the sooner somebody is told.
            case REFUSED -> showAgain(message, 0);
        }
    }

    private int pauseSeconds(Message message) {
        String received =
                message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        int attempts = received == null ? 1 : Integer.parseInt(received);
        return (int)
                new Backoff(config.retryBaseSeconds(), config.retryCapSeconds()).after(attempts);
    }

    private void showAgain(Message message, int seconds) {
        queue.hide(List.of(message), seconds)
                .onFailure(failure -> LOG.debug("it comes again when its time is over", failure))
                .onComplete(told -> done(message));
    }

    private void done(Message message) {
        inFlight.remove(message);
        drainedIfEmpty();
        pollers.forEach(Poller::roomMade);
    }

    private void drainedIfEmpty() {
        if (stopping && inFlight.isEmpty()) {
            drained.tryComplete();
        }
    }

    /** Slow work isn't taken for dead work. */
    private void extend() {
        List<Message> working = List.copyOf(inFlight);
        for (int from = 0; from < working.size(); from += Queue.MOST_IN_A_CALL) {
            int to = Math.min(from + Queue.MOST_IN_A_CALL, working.size());
            queue.hide(working.subList(from, to), config.visibilitySeconds())
                    .onFailure(failure ->
                            LOG.warn("slow messages may come again: {}", failure.getMessage()));
        }
    }
}
