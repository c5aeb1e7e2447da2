package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * A delivery time that is wanted for an order, and on which terms.
 *
 * @param expectedTime the booking that it replaces, in epoch milliseconds, or {@code none}; null:
 *     whichever there is
 * @param capacity places of the slot; null: it takes none
 * @param cutoffHours before it begins, a delivery can't be changed any more; null: nobody looks at
 *     the clock
 * @param unpaid the schema's UnpaidBuyer; null: the order is paid, or nobody counts
 * @param by the operator who books, whom neither the cutoff nor the number of changes binds; null:
 *     the customer does
 */
record Choice(
        OrderId order,
        DeliveryTime time,
        @Nullable String expectedTime,
        @Nullable Integer capacity,
        @Nullable Integer cutoffHours,
        @Nullable JsonObject unpaid,
        @Nullable Operator by) {

    /** The booking of a test order that has none: it takes no customer's place, at whatever time. */
    static Choice ofTest(OrderId order, DeliveryTime time) {
        return new Choice(order, time, "none", null, null, null, null);
    }

    /** The same, of a buyer who hasn't paid. */
    Choice of(JsonObject unpaidBuyer) {
        return new Choice(order, time, expectedTime, capacity, cutoffHours, unpaidBuyer, by);
    }

    Choice by(Operator operator) {
        return new Choice(order, time, expectedTime, capacity, cutoffHours, unpaid, operator);
    }

    /** The schema's DeliveryChoice. */
    JsonObject json() {
        JsonObject json = JsonObject.of("deliveryTime", time.toString());
        putIfKnown(json, "expectedTime", expectedTime);
        putIfKnown(json, "capacity", capacity);
        putIfKnown(json, "changeCutoffHours", cutoffHours);
        putIfKnown(json, "unpaid", unpaid);
        putIfKnown(json, "override", by == null ? null : true);
        return json;
    }

    /**
     * The schema's DeliveryData.
     *
     * @param fence of the claim under which the partner was asked; 0 where there is none
     */
    JsonObject data(long fence) {
        return json().put("orderId", order.value()).put("fence", fence);
    }

    private static void putIfKnown(JsonObject json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
