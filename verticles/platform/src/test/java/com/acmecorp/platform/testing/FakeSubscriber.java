package com.acmecorp.platform.testing;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.Subscriptions;
import com.acmecorp.platform.events.Subscriber;

import io.vertx.core.Future;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Hands an event to a handler when the test says so; its Future is what the journal would see. */
public final class FakeSubscriber implements Subscriber {

    private final Map<String, Function<OrderEvent, Future<?>>> handlers = new ConcurrentHashMap<>();

    @Override
    public <E extends OrderEvent> Future<Void> subscribe(
            String subscriber, Class<E> event, Function<E, Future<?>> handler) {
        if (Subscriptions.named(subscriber).event().record() != event) {
            return Future.failedFuture(
                    subscriber + " isn't subscribed to " + event.getSimpleName());
        }
        handlers.put(subscriber, received -> handler.apply(event.cast(received)));
        return Future.succeededFuture();
    }

    /** Whose handlers are listening. */
    public Set<String> subscribers() {
        return Set.copyOf(handlers.keySet());
    }

    /** Delivers an event; ends in success when the subscriber acknowledges it. */
    public Future<?> deliver(String subscriber, OrderEvent event) {
        Function<OrderEvent, Future<?>> handler = handlers.get(subscriber);
        return handler == null
                ? Future.failedFuture(subscriber + " isn't listening")
                : Future.succeededFuture(event).compose(handler::apply);
    }
}
