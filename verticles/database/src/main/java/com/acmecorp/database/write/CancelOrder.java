package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import org.jspecify.annotations.Nullable;

/**
 * Cancels an order, and writes OrderCancelled; what was paid is due to go back from then on. Its customer can until a
 * delivery is booked, operators at any time; then the place in its slot is free again.
 *
 * @param by null: the customer does
 * @param linkGeneration of the link that the customer uses; null: nobody asks for it
 */
public record CancelOrder(
        OrderId orderId, @Nullable Operator by, @Nullable Integer linkGeneration)
        implements Write<Order> {

    private static final String ACTION = "cancelOrder";

    @Override
    public void need(UnitOfWork work) {
        new PlacedOrder(orderId).need(work);
        work.payments().need(orderId);
        work.refunds().need(orderId);
        if (by != null) {
            work.operatorActions().need(orderId);
        }
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order order = new PlacedOrder(orderId).require(work);
        requireGoodLink(order);
        Order cancelled = by == null ? order.cancel(work.now()) : order.cancelAnyway(work.now());
        if (!cancelled.equals(order)) {
            cancel(cancelled, work);
            giveBackPlace(order, work);
            note(order, cancelled, work);
        }
        return cancelled;
    }

    private void requireGoodLink(Order order) {
        if (linkGeneration != null
                && linkGeneration != order.facts().corrections().links()) {
            throw Problem.of(
                            Kind.FORBIDDEN,
                            "This link was replaced by a newer one; please use that from your latest e-mail.")
                    .asException();
        }
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

    private static void giveBackPlace(Order order, UnitOfWork work) {
        DeliveryTime booked = order.progress().deliveryTime();
        if (booked != null && order.facts().testId() == 0) {
            work.slots().giveBack(booked);
        }
    }

    private void note(Order order, Order cancelled, UnitOfWork work) {
        if (by != null) {
            work.operatorActions().add(ACTION, by, order, cancelled);
        }
    }
}
