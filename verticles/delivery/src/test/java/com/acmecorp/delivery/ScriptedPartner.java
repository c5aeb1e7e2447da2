package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** A partner whose offers the test sets and whose reservations it sees. */
final class ScriptedPartner implements DeliveryPartner {

    private final Function<Instant, List<DeliveryTime>> offers;
    private final ConcurrentMap<OrderId, DeliveryTime> reservations = new ConcurrentHashMap<>();

    ScriptedPartner(Function<Instant, List<DeliveryTime>> offers) {
        this.offers = offers;
    }

    Map<OrderId, DeliveryTime> reservations() {
        return Map.copyOf(reservations);
    }

    @Override
    public Future<List<DeliveryTime>> offers(Instant asked) {
        return Future.succeededFuture(offers.apply(asked));
    }

    @Override
    public Future<Void> reserve(OrderId order, DeliveryTime slot, long fence) {
        reservations.put(order, slot);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> release(OrderId order, long fence) {
        reservations.remove(order);
        return Future.succeededFuture();
    }

    @Override
    public Future<Reservation> find(OrderId order) {
        DeliveryTime slot = reservations.get(order);
        return Future.succeededFuture(
                slot == null ? new Reservation.None() : new Reservation.Held(slot));
    }
}
