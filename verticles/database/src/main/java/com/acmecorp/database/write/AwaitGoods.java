package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.OrderId;

/** Notes that an order's goods come later, so that an order whose stockist was never asked can be told from it. */
public record AwaitGoods(OrderId orderId) implements Write<Order> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order order = work.orders().require(orderId).awaitGoods(work.now());
        work.orders().save(order);
        return order;
    }
}
