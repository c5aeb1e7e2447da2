package com.acmecorp.order;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * An order that may be had, and has a number, but isn't accepted yet.
 *
 * @param claim the idempotency key as the database takes it, if the client sent one
 */
record Candidate(
        OrderId id,
        OrderRequest order,
        Segment segment,
        @Nullable JsonObject claim,
        TraceParent trace) {

    /** What it costs in the currency of its market, at the rate of the moment that it is taken. */
    Money price() {
        return segment.market().localPrice(order.totalPrice());
    }

    /** As the database takes it. */
    JsonObject accepted() {
        return OrderJson.accepted(id, order, trace);
    }
}
