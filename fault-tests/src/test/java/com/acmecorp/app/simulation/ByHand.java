package com.acmecorp.app.simulation;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.events.Outcomes;
import com.acmecorp.platform.events.Subscriber;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A transport that delivers nothing but what the test hands to the contexts itself. */
final class ByHand implements Wiring, Subscriber, EventPublisher {

    private final Map<String, Function<OrderEvent, Future<?>>> handlers = new HashMap<>();

    @Override
    public Platform platform(Node node, Vertx vertx, Platform reliable) {
        return Wiring.with(reliable, this, this, reliable.database());
    }

    @Override
    public <E extends OrderEvent> Future<Void> subscribe(
            String name, Class<E> event, Function<E, Future<?>> handler) {
        handlers.put(name, received -> handler.apply(event.cast(received)));
        return Future.succeededFuture();
    }

    /** Hands an event to a subscriber; ends in success when that acknowledges it. */
    Future<?> deliver(String subscriber, OrderEvent event) {
        return Future.succeededFuture(event)
                .compose(received -> handler(subscriber).apply(received));
    }

    private Function<OrderEvent, Future<?>> handler(String subscriber) {
        return Objects.requireNonNull(handlers.get(subscriber), subscriber);
    }

    @Override
    public List<String> targets(OrderEvent event) {
        return List.of();
    }

    @Override
    public Future<Outcomes> publish(String target, EventBatch batch) {
        return Future.succeededFuture(Outcomes.all(batch.events().size(), Outcome.acknowledged()));
    }
}
