package com.acmecorp.app.torture;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Map;
import java.util.TreeMap;

/** What a shop holds of all its orders, as its database answers it to whoever compares. */
record HeldByShop(JsonApi api) {

    private static final int AT_A_TIME = 500;

    /** By their numbers. */
    Map<Long, JsonObject> orders() {
        Map<Long, JsonObject> orders = new TreeMap<>();
        long before = Long.MAX_VALUE;
        JsonArray page;
        do {
            page = page(before);
            for (Object order : page) {
                JsonObject held = (JsonObject) order;
                before = held.getLong("orderId");
                orders.put(before, held);
            }
        } while (page.size() == AT_A_TIME);
        return orders;
    }

    /** Whether an operator gave a charge back in another way than its bank, as where there is no order that it is for. */
    boolean gaveBackByHand(long order) {
        JsonObject refund = api.query("{ getRefund(orderId: %d) { byHand } }".formatted(order))
                .getJsonObject("getRefund");
        return refund != null && refund.getString("byHand") != null;
    }

    private JsonArray page(long before) {
        return api.query("""
                        { getOrdersToCompare(before: %d, limit: %d, restMs: 0) {
                          orderId status stocked deliveryTime saleCents reversed refundRefused payment { amount currency } } }""".formatted(before, AT_A_TIME)).getJsonArray("getOrdersToCompare");
    }
}
