package com.acmecorp.database.order;

/** Where an order stands. It only ever moves to a later one. */
public enum Status {
    PLACED,
    STOCKED,
    DELIVERY_BOOKED,
    /**
     * Nothing more happens to the order. It is the last one, so a cancelled order counts as having reached all others, and
     * what arrives late, goods or a booking's news, changes nothing.
     */
    CANCELLED
}
