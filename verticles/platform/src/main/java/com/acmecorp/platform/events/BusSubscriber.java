package com.acmecorp.platform.events;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Listens on the Vert.x event bus. */
public final class BusSubscriber implements Subscriber {

    private static final Logger LOG = LoggerFactory.getLogger(BusSubscriber.class);

    private final Vertx vertx;
    private final long handlerTimeoutMs;

    /**
     * A subscriber on that bus.
     *
     * @param handlerTimeoutMs after which an event that is still being handled counts as failed
     */
    public BusSubscriber(Vertx vertx, long handlerTimeoutMs) {
        this.vertx = vertx;
        this.handlerTimeoutMs = handlerTimeoutMs;
    }

    static String address(String subscriber) {
        return "event." + subscriber;
    }

    @Override
    public <E extends OrderEvent> Future<Void> subscribe(
            String subscriber, Class<E> event, Function<E, Future<?>> handler) {
        Subscription subscription = Subscriptions.named(subscriber);
        if (subscription.event().record() != event) {
            throw new IllegalArgumentException(subscriber + " is subscribed to "
                    + subscription.event().wireName() + ", not to " + event.getSimpleName());
        }
        return vertx.eventBus()
                .<EventBatch>consumer(
                        address(subscriber),
                        message -> receive(message, subscriber, event, handler))
                .completion();
    }

    private <E extends OrderEvent> void receive(
            Message<EventBatch> message,
            String subscriber,
            Class<E> type,
            Function<E, Future<?>> handler) {
        List<Future<Outcome>> outcomes = message.body().events().stream()
                .map(envelope -> handle(envelope, subscriber, type, handler))
                .toList();
        Future.all(outcomes)
                .onSuccess(all -> message.reply(new Outcomes(all.list())))
                .onFailure(bug -> message.fail(500, bug.toString()));
    }

    private <E extends OrderEvent> Future<Outcome> handle(
            EventEnvelope envelope,
            String subscriber,
            Class<E> type,
            Function<E, Future<?>> handler) {
        return attempt(envelope, type, handler)
                .timeout(handlerTimeoutMs, TimeUnit.MILLISECONDS)
                .map(done -> Outcome.acknowledged())
                .otherwise(failure -> failed(envelope, subscriber, failure));
    }

    /** The handler's own Future, because that knows its event loop and thus keeps the timeout's timer there. */
    private static <E extends OrderEvent> Future<?> attempt(
            EventEnvelope envelope, Class<E> type, Function<E, Future<?>> handler) {
        try {
            return handler.apply(type.cast(envelope.detail()));
        } catch (RuntimeException | Error bug) {
            return Future.failedFuture(bug);
        }
    }

    private static Outcome failed(EventEnvelope envelope, String subscriber, Throwable failure) {
        LOG.atWarn()
                .addKeyValue("subscriber", subscriber)
                .addKeyValue("event", envelope.detailType().wireName())
                .addKeyValue("orderId", envelope.detail().orderId())
                .addKeyValue("eventId", envelope.id())
                .setCause(failure instanceof ProblemException ? null : failure)
                .log("event not handled: {}", failure.getMessage());
        return failure instanceof ProblemException expected
                ? Outcome.failed(
                        String.valueOf(expected.getMessage()),
                        expected.problem().kind().worthRetrying())
                : Outcome.failed(failure.toString(), true);
    }
}
