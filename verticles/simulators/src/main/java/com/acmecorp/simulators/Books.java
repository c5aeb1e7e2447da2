package com.acmecorp.simulators;

import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a party keeps of its customers: one entry for each order, the oldest forgotten when there are too many. Belongs
 * to one event loop.
 *
 * @param <E> an entry, immutable
 */
final class Books<E> {

    static final int MOST_REMEMBERED = 100_000;

    private final Map<OrderId, Line<E>> lines = new LinkedHashMap<>();
    private long forgotten;

    private record Line<E>(E entry, int asked) {}

    /** The entry of an order that asks: the one that it has, or else a new one. Counts how often it asks. */
    E ask(OrderId order, Supplier<E> first) {
        Line<E> before = lines.get(order);
        Line<E> line = before == null
                ? new Line<>(first.get(), 1)
                : new Line<>(before.entry(), before.asked() + 1);
        put(order, line);
        return line.entry();
    }

    Optional<E> find(OrderId order) {
        return Optional.ofNullable(lines.get(order)).map(Line::entry);
    }

    /** Puts an entry in the place of what the order had. */
    void change(OrderId order, E entry) {
        Line<E> before = lines.get(order);
        put(order, new Line<>(entry, before == null ? 0 : before.asked()));
    }

    void remove(OrderId order) {
        lines.remove(order);
    }

    private void put(OrderId order, Line<E> line) {
        lines.put(order, line);
        if (lines.size() > MOST_REMEMBERED) {
            lines.remove(lines.keySet().iterator().next());
            forgotten++;
        }
    }

    Stream<E> entries() {
        return lines.values().stream().map(Line::entry);
    }

    /** All of them with their orders and how often each was asked for; and how many were forgotten. */
    JsonObject json(String name, Function<E, JsonObject> written) {
        JsonArray all = new JsonArray(lines.entrySet().stream()
                .map(line -> written.apply(line.getValue().entry())
                        .put("orderId", line.getKey().value())
                        .put("asked", line.getValue().asked()))
                .toList());
        return JsonObject.of(name, all, "forgotten", forgotten);
    }
}
