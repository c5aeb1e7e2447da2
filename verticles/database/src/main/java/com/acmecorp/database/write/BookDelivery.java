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
 * Books a delivery slot for an order, or changes the booking. A test order takes no place: no van will come for it.
 *
 * @param capacity places of the slot; null: no limit
 */
public record BookDelivery(
        OrderId orderId, DeliveryTime time, @Nullable Integer capacity) implements Write<Order> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        if (capacity != null) {
            work.slots().need(time);
        }
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order order = work.orders().require(orderId);
        Order booked = order.book(time);
        if (booked.equals(order)) {
            return order;
        }
        if (order.facts().testId() == 0) {
            movePlace(order, work);
        }
        work.orders().save(booked);
        EventKey key = EventKey.of(
                orderId, EventType.DELIVERY_BOOKED, booked.progress().deliveryRevision());
        work.events().emit(key, booked.deliveryBooked(work.now()));
        return booked;
    }

    private void movePlace(Order order, UnitOfWork work) {
        if (capacity != null && work.slots().booked(time) >= capacity) {
            throw Problem.ofField(
                            Kind.CONFLICT,
                            "deliveryTime",
                            "This delivery time was just taken; please choose another.")
                    .asException();
        }
        work.slots().take(time);
        DeliveryTime earlier = order.progress().deliveryTime();
        if (earlier != null) {
            work.slots().giveBack(earlier);
        }
    }
}
