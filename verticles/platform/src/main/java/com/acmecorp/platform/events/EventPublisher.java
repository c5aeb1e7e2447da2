package com.acmecorp.platform.events;

import com.acmecorp.events.OrderEvent;

import io.vertx.core.Future;

import java.util.List;

/** Takes events from the journal to those who must have them. Delivery is at least once and in no order. */
public interface EventPublisher {

    /**
     * Makes sure, before anything is published, that events can be.
     *
     * @return fails with a {@link com.acmecorp.platform.problem.ProblemException} that says what to do
     */
    default Future<?> open() {
        return Future.succeededFuture();
    }

    /**
     * Whose acknowledgements the journal waits for with this event: on the bus each subscription's name, on a broker
     * that keeps events for its subscribers the broker.
     */
    List<String> targets(OrderEvent event);

    /**
     * Hands events to one of their targets. Ends in success always: what went wrong is in the outcomes, one for each
     * event and in the batch's order.
     */
    Future<Outcomes> publish(String target, EventBatch batch);
}
