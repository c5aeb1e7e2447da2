package com.acmecorp.platform.sandbox;

import com.acmecorp.events.OrderId;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a stand-in remembers of its orders: one entry for each, the oldest forgotten first, and all of them with the
 * process. Belongs to one event loop.
 *
 * @param <E> an entry, immutable
 */
public final class SandboxBooks<E> {

    static final int MOST_REMEMBERED = 10_000;

    private final Map<OrderId, E> entries = new LinkedHashMap<>();

    /** The entry of an order; empty where there never was one, or it is forgotten. */
    public Optional<E> find(OrderId order) {
        return Optional.ofNullable(entries.get(order));
    }

    /** The entry that the order has, or else a new one. */
    public E keep(OrderId order, Supplier<E> first) {
        return find(order).orElseGet(() -> put(order, first.get()));
    }

    /** Puts an entry in the place of what the order had. */
    public E put(OrderId order, E entry) {
        entries.put(order, entry);
        if (entries.size() > MOST_REMEMBERED) {
            entries.remove(entries.keySet().iterator().next());
        }
        return entry;
    }
}
