package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/** Cancels an order whose delivery isn't booked, and writes OrderCancelled. */
public record CancelOrder(OrderId orderId) implements Write<Order> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
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
            work.orders().save(cancelled);
            work.events()
                    .emit(
                            EventKey.of(orderId, EventType.ORDER_CANCELLED),
                            cancelled.cancelled(work.now()));
        }
        return cancelled;
    }

    private EventKey created() {
        return EventKey.of(orderId, EventType.ORDER_CREATED);
    }
}
