package com.acmecorp.events;

/**
 * The customer wants the order no longer; what was paid goes back.
 *
 * @param totalPrice what the order was worth
 */
public record OrderCancelled(
        OrderId orderId, String name, String email, UsdCents totalPrice, Metadata metadata)
        implements OrderEvent {

    @Override
    public EventType type() {
        return EventType.ORDER_CANCELLED;
    }
}
