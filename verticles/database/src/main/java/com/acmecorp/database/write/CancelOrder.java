package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/** Cancels an order whose delivery isn't booked, and writes OrderCancelled; what was paid is due to go back from then on. */
public record CancelOrder(OrderId orderId) implements Write<Order> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        work.payments().need(orderId);
        work.refunds().need(orderId);
        work.events().need(created());
    }

    @Override
    public Order decide(UnitOfWork work) {
        if (work.orders().find(orderId) == null && work.events().has(created())) {
            throw Problem.of(
                            Kind.IN_PROGRESS,
                            "Order %s is being placed; please try again in a moment."
                                    .formatted(orderId))
                    .asException();
        }
        Order order = work.orders().require(orderId);
        Order cancelled = order.cancel(work.now());
        if (!cancelled.equals(order)) {
            cancel(cancelled, work);
        }
        return cancelled;
    }

    private void cancel(Order cancelled, UnitOfWork work) {
        Payment payment = work.payments().find(orderId);
        work.orders().save(cancelled);
        if (payment != null) {
            work.refunds().save(Refund.due(orderId, payment, false, work.now()));
        }
        work.events()
                .emit(
                        EventKey.of(orderId, EventType.ORDER_CANCELLED),
                        cancelled.cancelled(payment == null ? null : payment.amount(), work.now()));
    }

    private EventKey created() {
        return EventKey.of(orderId, EventType.ORDER_CREATED);
    }
}
