package com.acmecorp.events;

/** The goods are there (status STOCKED): a delivery time can be booked. */
public record OrderDeliverable(
        OrderId orderId,
        String name,
        String email,
        String phone,
        String street,
        String city,
        Metadata metadata)
        implements OrderEvent {

    @Override
    public EventType type() {
        return EventType.ORDER_DELIVERABLE;
    }
}
