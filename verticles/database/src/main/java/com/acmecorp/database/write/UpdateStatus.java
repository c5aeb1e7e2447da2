package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.order.Status;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/** Moves an order's status on. Becoming STOCKED, it is deliverable, and OrderDeliverable is written with it. */
public record UpdateStatus(OrderId orderId, Status status) implements Write<Order> {

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order order = work.orders().require(orderId);
        return switch (status) {
            case PLACED, CANCELLED ->
                throw Problem.ofField(
                                Kind.INVALID,
                                "status",
                                "An order's status can be moved to STOCKED or DELIVERY_BOOKED.")
                        .asException();
            case STOCKED -> markStocked(order, work);
            case DELIVERY_BOOKED -> markDeliveryBooked(order, work);
        };
    }

    private static Order markStocked(Order order, UnitOfWork work) {
        if (order.hasReached(Status.STOCKED)) {
            return order;
        }
        Order stocked = order.markStocked(work.now());
        work.orders().save(stocked);
        work.events()
                .emit(
                        EventKey.of(order.id(), EventType.ORDER_DELIVERABLE),
                        stocked.deliverable(work.now()));
        return stocked;
    }

    private static Order markDeliveryBooked(Order order, UnitOfWork work) {
        Order booked = order.markDeliveryBooked(work.now());
        work.orders().save(booked);
        return booked;
    }
}
