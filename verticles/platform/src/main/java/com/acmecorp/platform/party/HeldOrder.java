package com.acmecorp.platform.party;

import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonObject;

/**
 * What we hold of an order.
 *
 * @param held as the database answered it
 */
record HeldOrder(OrderId id, JsonObject held) {

    static HeldOrder of(Object order) {
        JsonObject held = (JsonObject) order;
        return new HeldOrder(new OrderId(held.getLong("orderId")), held);
    }

    boolean isAtRest() {
        return held.getBoolean("atRest");
    }
}
