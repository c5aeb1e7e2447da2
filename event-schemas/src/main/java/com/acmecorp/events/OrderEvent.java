package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened to an order. The records are the flat {@code detail} of the envelope, field names as in the
 * contract; amounts are US cents.
 */
public sealed interface OrderEvent
        permits AddressedEvent, OrderPlaced, StockCreated, OrderCancelled {

    OrderId orderId();

    Metadata metadata();

    @JsonIgnore
    EventType type();
}
