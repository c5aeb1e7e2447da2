package com.acmecorp.app.systemtest;

import com.acmecorp.app.systemtest.TestRecords.TestOrder;
import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;

/**
 * How far an order has come, by the server's clock in epoch milliseconds.
 *
 * @param bookedAtMs null while its delivery isn't booked
 */
public record Journey(
        OrderId order, long acceptedAtMs, @Nullable Long bookedAtMs) {

    static Journey of(TestOrder order) {
        return new Journey(
                new OrderId(order.orderId()), order.acceptedAtMs(), order.deliveryBookedAtMs());
    }
}
