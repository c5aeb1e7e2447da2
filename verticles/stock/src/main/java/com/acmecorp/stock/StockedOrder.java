package com.acmecorp.stock;

import io.vertx.core.json.JsonObject;

/** An order as the database has it once something was noted about its goods. */
record StockedOrder(boolean isCancelled) {

    static StockedOrder of(JsonObject order) {
        return new StockedOrder("CANCELLED".equals(order.getString("status")));
    }
}
