package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.order.Status;
import com.acmecorp.database.party.Difference;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;

/**
 * Writes StockCreated: the stockist has delivered an order's goods.
 *
 * @param arrived whether they are here, so that those of a cancelled order must go back
 */
public record RecordStock(OrderId orderId, boolean arrived) implements Write<Order> {

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
            if (arrived && order.hasReached(Status.CANCELLED)) {
                work.differences().note(Difference.goodsOf(orderId));
            }
        }
        return order;
    }

    private EventKey key() {
        return EventKey.of(orderId, EventType.STOCK_CREATED);
    }
}
