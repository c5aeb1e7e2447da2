package com.acmecorp.aws;

import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

import java.util.concurrent.CompletableFuture;

/**
 * Receives messages, one call after the other, while its reader has room for them. Belongs to its reader's event loop.
 */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Backoff PAUSES_MS = new Backoff(100, 20_000);

    private final Vertx vertx;
    private final Queue queue;
    private final QueueReader reader;
    private @Nullable CompletableFuture<ReceiveMessageResponse> call;
    private int expected;
    private boolean waitsForRoom;
    private boolean stopped;
    private int failedCalls;

    Poller(Vertx vertx, Queue queue, QueueReader reader) {
        this.vertx = vertx;
        this.queue = queue;
        this.reader = reader;
    }

    void poll() {
        if (stopped) {
            return;
        }
        expected = reader.room();
        waitsForRoom = expected == 0;
        if (!waitsForRoom) {
            CompletableFuture<ReceiveMessageResponse> receiving = queue.receive(expected);
            call = receiving;
            SdkCalls.onLoop(vertx, receiving).onSuccess(this::received).onFailure(this::failed);
        }
    }

    /** Says that messages were done with. */
    void roomMade() {
        if (waitsForRoom) {
            poll();
        }
    }

    /** A call that waits is given up; what it may have brought is shown to others when its time is over. */
    void stop() {
        stopped = true;
        if (call != null) {
            call.cancel(true);
        }
    }

    /** How many messages it may bring any moment. */
    int expected() {
        return expected;
    }

    private void received(ReceiveMessageResponse response) {
        expected = 0;
        failedCalls = 0;
        reader.take(response.messages());
        pollAfter(reader.pauseMs());
    }

    private void failed(Throwable failure) {
        expected = 0;
        if (!stopped) {
            failedCalls++;
            LOG.warn("receiving failed and is tried again: {}", failure.getMessage());
            pollAfter(PAUSES_MS.after(failedCalls));
        }
    }

    private void pollAfter(long pauseMs) {
        if (pauseMs == 0) {
            poll();
        } else {
            vertx.setTimer(pauseMs, passed -> poll());
        }
    }
}
