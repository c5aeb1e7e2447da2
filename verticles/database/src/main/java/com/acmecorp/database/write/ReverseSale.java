package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.order.Status;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/** Takes a cancelled order's sale back in the books, once. */
public record ReverseSale(OrderId orderId) implements Write<UsdCents> {

    @Override
    public void need(UnitOfWork work) {
        Reversal.need(orderId, work);
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
        Reversal.enter(order, work);
        return order.facts().totalPrice();
    }
}
