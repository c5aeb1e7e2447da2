package com.acmecorp.events;

/** A delivery time was booked, or changed. */
public record DeliveryBooked(
        OrderId orderId,
        String name,
        String email,
        String phone,
        String street,
        String city,
        DeliveryTime deliveryTime,
        Metadata metadata)
        implements OrderEvent {

    @Override
    public EventType type() {
        return EventType.DELIVERY_BOOKED;
    }
}
