package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The five steps of an order's journey, in order, and what may end it before the last. A new event is a line here, its record (permitted by
 * {@link OrderEvent}), its schema and its row in {@code subscriptions.json}.
 */
public enum EventType {
    ORDER_CREATED(0, "OrderCreated", "acme.order", OrderCreated.class),
    ORDER_PLACED(1, "OrderPlaced", "acme.order", OrderPlaced.class),
    STOCK_CREATED(2, "StockCreated", "acme.stock", StockCreated.class),
    ORDER_DELIVERABLE(3, "OrderDeliverable", "acme.order", OrderDeliverable.class),
    DELIVERY_BOOKED(4, "DeliveryBooked", "acme.delivery", DeliveryBooked.class),
    /** Whatever happened before: no slot is left after it. */
    ORDER_CANCELLED(15, "OrderCancelled", "acme.order", OrderCancelled.class);

    private final int slot;
    private final String wireName;
    private final String source;
    private final Class<? extends OrderEvent> record;

    EventType(int slot, String wireName, String source, Class<? extends OrderEvent> record) {
        this.slot = slot;
        this.wireName = wireName;
        this.source = source;
        this.record = record;
    }

    /**
     * The event type of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    @JsonCreator
    public static EventType named(String wireName) {
        for (EventType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("there is no event called " + wireName);
    }

    /** Its place in an order's journal, part of every key that was ever written: never give it another. */
    public int slot() {
        return slot;
    }

    /** The {@code detail-type} of the envelope. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The context that emits it: the {@code source} of the envelope. */
    public String source() {
        return source;
    }

    public Class<? extends OrderEvent> record() {
        return record;
    }
}
