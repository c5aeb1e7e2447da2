package com.acmecorp.platform.events;

import com.acmecorp.events.OrderEvent;

import io.vertx.core.Future;

import java.util.function.Function;

/** Where a context listens. Its handlers can't tell which transport an event came by. */
public interface Subscriber {

    /**
     * Listens for what {@code subscriptions.json} assigns to that subscriber.
     *
     * @param handler called at least once for each event, in no order; its success is the acknowledgement. A failure
     *     with a {@link com.acmecorp.platform.problem.ProblemException} says whether another attempt may help; any
     *     other is tried again.
     * @return ends when the subscriber is listening
     */
    <E extends OrderEvent> Future<Void> subscribe(
            String subscriber, Class<E> event, Function<E, Future<?>> handler);
}
