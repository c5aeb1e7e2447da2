package com.acmecorp.database.order;

/** Where an order stands. It only ever moves to a later one. */
public enum Status {
    PLACED,
    STOCKED,
    DELIVERY_BOOKED
}
