package com.acmecorp.database.write;

import com.acmecorp.database.ledger.Entry;
import com.acmecorp.database.order.Order;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import org.jspecify.annotations.Nullable;

/** Enters an order's sale in the books: what was paid is cash at the provider, what wasn't is owed to us. */
public record BookSale(OrderId orderId, UsdCents totalPrice) implements Write<UsdCents> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        work.payments().need(orderId);
        work.ledger().need(orderId);
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
        if (!work.ledger().has(orderId, Entry.Kind.SALE)) {
            work.ledger().enter(sale(order, work.payments().find(orderId)), work.now());
        }
        return totalPrice;
    }

    /** The entry of an order's sale; the payment is null where it is invoiced. */
    static Entry sale(Order order, @Nullable Payment payment) {
        UsdCents total = order.facts().totalPrice();
        return payment == null
                ? Entry.invoicedSale(order.id(), total, order.facts().charged())
                : Entry.paidSale(order.id(), total, payment.provider(), payment.amount());
    }
}
