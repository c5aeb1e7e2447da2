package com.acmecorp.app.simulation;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.events.Subscriber;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;

import java.util.function.Function;

/** Notes what is delivered to whom, and what they acknowledge. */
final class WatchedSubscriber implements Subscriber {

    private final Node node;
    private final World world;
    private final Subscriber subscriber;

    WatchedSubscriber(Node node, World world, Subscriber subscriber) {
        this.node = node;
        this.world = world;
        this.subscriber = subscriber;
    }

    @Override
    public <E extends OrderEvent> Future<Void> subscribe(
            String name, Class<E> event, Function<E, Future<?>> handler) {
        return subscriber.subscribe(name, event, received -> handle(name, received, handler));
    }

    private <E extends OrderEvent> Future<?> handle(
            String name, E event, Function<E, Future<?>> handler) {
        if (!node.isAlive()) {
            return Future.failedFuture("dead");
        }
        world.trace()
                .add("%s: %s of order %s for %s"
                        .formatted(node.name(), event.type().wireName(), event.orderId(), name));
        world.deliveries().delivered(event);
        if (world.faults().refusals().strike(name, event.orderId())) {
            return Future.failedFuture(
                    Problem.of(Kind.PARTY_REFUSED, "Not this one.").asException());
        }
        return handler.apply(event).onSuccess(done -> {
            if (node.isAlive()) {
                world.deliveries().acknowledged(name, event);
            }
        });
    }
}
