package com.acmecorp.operations.facts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;

/**
 * The orders of which a third party holds, or did, something else than we hold.
 *
 * @param total how many orders
 * @param atLeast whether there may be more than that: they weren't counted further
 * @param orders those that differ longest
 */
public record PartyDifferences(String party, long total, boolean atLeast, List<Order> orders) {

    /**
     * An order that differs.
     *
     * @param advice what a person should do
     */
    public record Order(long orderId, String ours, String theirs, String advice) {

        /** What differs, as an alert says it. */
        public String sentence() {
            return "order %d: we hold \"%s\", there it is \"%s\"".formatted(orderId, ours, theirs);
        }
    }

    public PartyDifferences {
        orders = List.copyOf(orders);
    }

    public List<Long> orderIds() {
        return orders.stream().map(Order::orderId).toList();
    }

    static PartyDifferences of(Object party) {
        JsonObject json = (JsonObject) party;
        return new PartyDifferences(
                json.getString("party"),
                json.getLong("total"),
                json.getBoolean("atLeast", false),
                orders(json.getJsonArray("orders")));
    }

    private static List<Order> orders(JsonArray orders) {
        return orders.stream()
                .map(JsonObject.class::cast)
                .map(order -> new Order(
                        order.getLong("orderId"),
                        order.getString("ours"),
                        order.getString("theirs"),
                        order.getString("advice")))
                .toList();
    }
}
