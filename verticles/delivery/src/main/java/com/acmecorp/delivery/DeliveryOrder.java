package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Place;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * An order as far as its delivery goes.
 *
 * @param place where the plants go
 * @param bookedTime null before the first booking
 * @param linkGeneration of the order's links that are good
 */
record DeliveryOrder(
        OrderId id,
        String name,
        String email,
        String phone,
        String street,
        String city,
        Place place,
        @Nullable DeliveryTime bookedTime,
        boolean isCancelled,
        boolean isTest,
        int linkGeneration) {

    /** Reads an order of the GraphQL schema. */
    static DeliveryOrder of(JsonObject order) {
        String booked = order.getString("deliveryTime");
        return new DeliveryOrder(
                new OrderId(order.getLong("orderId")),
                order.getString("customerName"),
                order.getString("customerEmail"),
                order.getString("customerPhone"),
                order.getString("customerStreet"),
                order.getString("customerCity"),
                new Place(
                        order.getString("customerMarket", ""),
                        order.getString("customerState"),
                        order.getString("customerPostalCode")),
                booked == null ? null : DeliveryTime.parse(booked),
                "CANCELLED".equals(order.getString("status")),
                order.getLong("testId") > 0,
                order.getInteger("linkGeneration"));
    }

    /**
     * The order, if that is the generation of its links that are good.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when they were replaced
     */
    DeliveryOrder requireLink(int generation) {
        if (generation != linkGeneration) {
            throw Problem.of(
                            Kind.FORBIDDEN,
                            "This link was replaced by a newer one; please use that from your latest e-mail.")
                    .asException();
        }
        return this;
    }

    /** What the partner is to hold for it; null: nothing. */
    @Nullable
    DeliveryTime timeToHold() {
        return isCancelled ? null : bookedTime;
    }

    /** Its booking, as whoever holds the delivery link gets it: where the plants go, and hardly how to reach whom. */
    JsonObject booking(DeliveryTime time) {
        JsonObject booking = new JsonObject()
                .put("orderId", id.value())
                .put("name", name)
                .put("email", Masked.email(email))
                .put("phone", Masked.phone(phone))
                .put("street", street)
                .put("city", city)
                .put("deliveryTime", time.toString());
        Optional.ofNullable(place.state()).ifPresent(state -> booking.put("state", state));
        Optional.ofNullable(place.postalCode()).ifPresent(code -> booking.put("postalCode", code));
        return booking;
    }
}
