package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The firm whose vans bring the plants. */
interface DeliveryPartner {

    /**
     * The slots in which its vans drive, soonest first, whether or not they have room.
     *
     * @param asked when the customer asks; asked again with the same time, it offers the same slots
     * @param zone the recipient's, by whose clock its vans drive there; null: nobody knows it
     */
    Future<List<DeliveryTime>> offers(Instant asked, @Nullable ZoneId zone);

    /**
     * Reserves a slot for an order; it replaces the one that the order had.
     *
     * @param order also the idempotency key: an order has one reservation
     * @param fence grows with each change to the order's reservation, so that a partner that looks
     *     at it refuses a call that comes later than one with a higher number
     */
    Future<Void> reserve(OrderId order, DeliveryTime slot, long fence);

    /** Gives up an order's reservation, where there is one; the fence is that of {@link #reserve}. */
    Future<Void> release(OrderId order, long fence);

    /** What the partner holds for an order; asking changes nothing. */
    Future<Reservation> find(OrderId order);
}
