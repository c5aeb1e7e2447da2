package com.acmecorp.platform.events;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A subscriber's handler with what every transport owes it: its place in {@code subscriptions.json}, a time limit, and
 * an outcome whatever happens.
 */
public final class EventHandler<E extends OrderEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(EventHandler.class);

    private static final Set<Kind> NOT_TRIED =
            Set.of(Kind.PARTY_AWAY, Kind.DATABASE_AWAY, Kind.NO_ROOM, Kind.IN_PROGRESS);

    private final String subscriber;
    private final Class<E> event;
    private final Function<E, Future<?>> handler;
    private final long timeoutMs;

    /**
     * A handler with its limits.
     *
     * @param timeoutMs after which an event that is still being handled counts as failed
     * @throws IllegalArgumentException when {@code subscriptions.json} doesn't say so
     */
    public EventHandler(
            String subscriber, Class<E> event, Function<E, Future<?>> handler, long timeoutMs) {
        Subscription subscription = Subscriptions.named(subscriber);
        if (subscription.event().record() != event) {
            throw new IllegalArgumentException(subscriber + " is subscribed to "
                    + subscription.event().wireName() + ", not to " + event.getSimpleName());
        }
        this.subscriber = subscriber;
        this.event = event;
        this.handler = handler;
        this.timeoutMs = timeoutMs;
    }

    /** Handles an event. Ends in success always; what went wrong is in the outcome and in the log. */
    public Future<Outcome> handle(EventEnvelope envelope) {
        return attempt(envelope)
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .map(done -> Outcome.acknowledged())
                .otherwise(failure -> failed(envelope, failure));
    }

    /** The handler's own Future, because that knows its event loop and thus keeps the timeout's timer there. */
    private Future<?> attempt(EventEnvelope envelope) {
        try {
            return handler.apply(event.cast(envelope.detail()));
        } catch (RuntimeException | Error bug) {
            return Future.failedFuture(bug);
        }
    }

    private Outcome failed(EventEnvelope envelope, Throwable failure) {
        Outcome outcome = failure instanceof ProblemException expected
                ? outcome(expected)
                : Outcome.failed(failure.toString(), true);
        LOG.atLevel(outcome.reachedItsTarget() ? Level.WARN : Level.DEBUG)
                .addKeyValue("subscriber", subscriber)
                .addKeyValue("event", envelope.detailType().wireName())
                .addKeyValue("orderId", envelope.detail().orderId())
                .addKeyValue("eventId", envelope.id())
                .setCause(failure instanceof ProblemException ? null : failure)
                .log("event not handled: {}", failure.getMessage());
        return outcome;
    }

    /**
     * While another company or the database is away, a disk full, or somebody else at the same
     * work, nobody learns anything about the event: the attempt doesn't count. What is away is told of by whoever asked it,
     * and not once more for each of the thousands of events that wait for it.
     */
    private static Outcome outcome(ProblemException expected) {
        String error = String.valueOf(expected.getMessage());
        Kind kind = expected.problem().kind();
        return NOT_TRIED.contains(kind)
                ? Outcome.unreachable(error)
                : Outcome.failed(error, kind.worthRetrying());
    }
}
