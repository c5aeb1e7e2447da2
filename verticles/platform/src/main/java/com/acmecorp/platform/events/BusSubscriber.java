package com.acmecorp.platform.events;

import com.acmecorp.events.OrderEvent;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;

import java.util.List;
import java.util.function.Function;

/** Listens on the Vert.x event bus. */
public final class BusSubscriber implements Subscriber {

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
        EventHandler<E> events = new EventHandler<>(subscriber, event, handler, handlerTimeoutMs);
        return vertx.eventBus()
                .<EventBatch>consumer(address(subscriber), message -> receive(message, events))
                .completion();
    }

    private static void receive(Message<EventBatch> message, EventHandler<?> handler) {
        List<Future<Outcome>> outcomes =
                message.body().events().stream().map(handler::handle).toList();
        Future.all(outcomes)
                .onSuccess(all -> message.reply(new Outcomes(all.list())))
                .onFailure(bug -> message.fail(500, bug.toString()));
    }
}
