package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;

/** What the delivery partner holds for an order. */
sealed interface Reservation {

    /** The order has that slot. */
    record Held(DeliveryTime slot) implements Reservation {}

    /** The order has no slot. */
    record None() implements Reservation {}

    /** The partner's books don't reach back that far; only a sandbox forgets. */
    record Unknown() implements Reservation {}
}
