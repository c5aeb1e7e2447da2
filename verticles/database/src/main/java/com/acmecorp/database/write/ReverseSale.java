package com.acmecorp.database.write;

import com.acmecorp.database.ledger.Entry;
import com.acmecorp.database.order.Order;
import com.acmecorp.database.order.Status;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Takes a cancelled order's sale back in the books. Events come in any order: where the sale isn't entered yet, both are
 * entered here, and who tells of the sale later finds it there.
 */
public record ReverseSale(OrderId orderId) implements Write<UsdCents> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        work.payments().need(orderId);
        work.ledger().need(orderId);
    }

    @Override
    public UsdCents decide(UnitOfWork work) {
        Order order = work.orders().require(orderId);
        if (!order.hasReached(Status.CANCELLED)) {
            throw Problem.of(
                            Kind.CONFLICT,
                            "Order %s isn't cancelled, so its sale stays in the books."
                                    .formatted(orderId))
                    .asException();
        }
        UsdCents total = order.facts().totalPrice();
        if (!work.ledger().has(orderId, Entry.Kind.REVERSAL)) {
            reverse(BookSale.sale(orderId, total, work.payments().find(orderId)), work);
        }
        return total;
    }

    private void reverse(Entry sale, UnitOfWork work) {
        if (!work.ledger().has(orderId, Entry.Kind.SALE)) {
            work.ledger().enter(sale, work.now());
        }
        work.ledger().enter(sale.reversal(), work.now());
    }
}
