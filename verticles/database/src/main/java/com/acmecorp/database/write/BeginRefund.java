package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.order.Status;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import java.util.Optional;

/**
 * Notes that the provider of a cancelled order's payment is about to be asked to give it back. An order that was
 * cancelled before refunds were kept gets its refund here; its cancellation took the cash out of the books.
 */
public record BeginRefund(OrderId orderId) implements Write<Optional<Refund>> {

    @Override
    public void need(UnitOfWork work) {
        Reversal.need(orderId, work);
    }

    /** Answers the refund, whose provider is to be asked if it is DUE; empty where nothing was paid. */
    @Override
    public Optional<Refund> decide(UnitOfWork work) {
        Order order = requireCancelled(work);
        Payment payment = work.payments().find(orderId);
        Refund refund = work.refunds().find(orderId);
        if (refund == null && payment != null) {
            Reversal.enter(order, work);
            refund = Refund.due(orderId, payment, true, work.now());
        }
        if (refund != null && refund.state() == Refund.State.DUE) {
            refund = refund.asked(work.now());
            work.refunds().save(refund);
        }
        return Optional.ofNullable(refund);
    }

    private Order requireCancelled(UnitOfWork work) {
        Order order = work.orders().require(orderId);
        if (!order.hasReached(Status.CANCELLED)) {
            throw Problem.of(
                            Kind.CONFLICT,
                            "Order %s isn't cancelled, so its money stays where it is."
                                    .formatted(orderId))
                    .asException();
        }
        return order;
    }
}
