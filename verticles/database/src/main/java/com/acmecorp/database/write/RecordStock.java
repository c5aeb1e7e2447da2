package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;

/** Writes StockCreated: the stockist has delivered an order's goods. */
public record RecordStock(OrderId orderId) implements Write<Order> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        work.events().need(key());
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order order = work.orders().require(orderId);
        if (!work.events().has(key())) {
            work.events().emit(key(), order.stockCreated(work.now()));
        }
        return order;
    }

    private EventKey key() {
        return EventKey.of(orderId, EventType.STOCK_CREATED);
    }
}
