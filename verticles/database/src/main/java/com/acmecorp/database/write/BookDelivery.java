package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Books a delivery slot for an order, or changes the booking. A test order takes no place: no van will come for it.
 *
 * @param fence of the claim under which the partner was asked; {@link #NO_CLAIM}: the caller sees to it that the partner
 *     agrees; null: nobody asked the partner, so the booking opens a claim that is due, and the partner is told later
 * @param by the operator who books, which is kept; null: the customer does
 */
public record BookDelivery(
        OrderId orderId,
        DeliveryTime time,
        BookingRules rules,
        @Nullable Long fence,
        @Nullable Operator by)
        implements Write<Order> {

    public static final long NO_CLAIM = 0;
    private static final String ACTION = "changeDelivery";

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        rules.need(time, work);
        if (fence == null || fence != NO_CLAIM) {
            work.reservations().need(orderId);
        }
        if (by != null) {
            work.operatorActions().need(orderId);
        }
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order order = work.orders().require(orderId);
        Order booked = rules.apply(order, time, work);
        if (booked.equals(order)) {
            endClaim(work);
            return order;
        }
        checkClaim(work);
        if (order.facts().testId() == 0) {
            movePlace(order, work);
        }
        work.orders().save(booked);
        EventKey key = EventKey.of(
                orderId, EventType.DELIVERY_BOOKED, booked.progress().deliveryRevision());
        work.events().emit(key, booked.deliveryBooked(work.now()));
        openClaim(booked, work);
        endClaim(work);
        note(order, booked, work);
        return booked;
    }

    private void checkClaim(UnitOfWork work) {
        if (fence == null) {
            work.reservations().requireFree(orderId);
        } else if (fence != NO_CLAIM) {
            work.reservations().requireOpen(orderId, fence);
        }
    }

    private void openClaim(Order booked, UnitOfWork work) {
        if (fence == null && booked.facts().testId() == 0) {
            work.reservations().open(orderId, 0, Duration.ZERO);
        }
    }

    private void endClaim(UnitOfWork work) {
        if (fence != null && fence != NO_CLAIM) {
            work.reservations().end(orderId, fence);
        }
    }

    private void note(Order order, Order booked, UnitOfWork work) {
        if (by != null) {
            work.operatorActions().add(ACTION, by, order, booked);
        }
    }

    private void movePlace(Order order, UnitOfWork work) {
        work.slots().take(time);
        DeliveryTime earlier = order.progress().deliveryTime();
        if (earlier != null) {
            work.slots().giveBack(earlier);
        }
    }
}
