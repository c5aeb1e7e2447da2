package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/** Enters an order's sale in the books. */
public record BookSale(OrderId orderId, UsdCents totalPrice) implements Write<UsdCents> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        work.ledger().needSale(orderId);
    }

    @Override
    public UsdCents decide(UnitOfWork work) {
        Order order = work.orders().require(orderId);
        if (!order.facts().totalPrice().equals(totalPrice)) {
            throw Problem.ofField(
                            Kind.INVALID,
                            "totalPrice",
                            "Order %s costs %d US cents, not %d."
                                    .formatted(
                                            orderId,
                                            order.facts().totalPrice().value(),
                                            totalPrice.value()))
                    .asException();
        }
        if (!work.ledger().hasSale(orderId)) {
            work.ledger().enterSale(orderId, totalPrice, work.now());
        }
        return totalPrice;
    }
}
