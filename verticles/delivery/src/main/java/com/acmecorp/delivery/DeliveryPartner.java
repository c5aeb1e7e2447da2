package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;

import java.time.Instant;
import java.util.List;

/** The firm whose vans bring the plants. */
interface DeliveryPartner {

    /**
     * The slots in which its vans drive, soonest first, whether or not they have room.
     *
     * @param asked when the customer asks; asked again with the same time, it offers the same slots
     */
    Future<List<DeliveryTime>> offers(Instant asked);

    /**
     * Reserves a slot for an order; it replaces the one that the order had.
     *
     * @param order also the idempotency key: an order has one reservation
     */
    Future<Void> reserve(OrderId order, DeliveryTime slot);

    /** Gives up an order's reservation, where there is one. */
    Future<Void> release(OrderId order);
}
