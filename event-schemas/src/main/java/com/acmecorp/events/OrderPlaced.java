package com.acmecorp.events;

/** The order's row is in the database. */
public record OrderPlaced(
        OrderId orderId,
        String products,
        String name,
        String email,
        UsdCents totalPrice,
        Metadata metadata)
        implements OrderEvent {

    @Override
    public EventType type() {
        return EventType.ORDER_PLACED;
    }
}
