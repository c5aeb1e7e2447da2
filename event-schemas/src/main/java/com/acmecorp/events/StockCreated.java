package com.acmecorp.events;

/** The stockist delivered the order's goods. */
public record StockCreated(OrderId orderId, Metadata metadata) implements OrderEvent {

    @Override
    public EventType type() {
        return EventType.STOCK_CREATED;
    }
}
