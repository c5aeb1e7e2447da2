package com.acmecorp.operations.facts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something that is wrong with orders.
 *
 * @param total how many orders
 * @param atLeast whether there may be more than that: they weren't counted further
 * @param orders the oldest of them
 */
public record Trouble(Kind kind, long total, boolean atLeast, List<Order> orders) {

    /** The schema's TroubleKind. */
    public enum Kind {
        LOST,
        STUCK,
        GIVEN_UP,
        MAIL_MISSING,
        MAIL_UNSENT,
        SALE_MISSING,
        SALE_DIFFERS,
        REFUND_REFUSED,
        REFUND_DUE,
        RESERVATION_UNSETTLED
    }

    /**
     * An order that it is wrong with.
     *
     * @param eventKey the event that mends it when it is dispatched again; null: none does
     */
    public record Order(long orderId, @Nullable Long eventKey) {}

    public Trouble {
        orders = List.copyOf(orders);
    }

    public List<Long> orderIds() {
        return orders.stream().map(Order::orderId).toList();
    }

    static Trouble of(JsonObject report) {
        return new Trouble(
                Kind.valueOf(report.getString("kind")),
                report.getLong("total"),
                report.getBoolean("atLeast", false),
                orders(report.getJsonArray("orders")));
    }

    private static List<Order> orders(JsonArray orders) {
        return orders.stream()
                .map(JsonObject.class::cast)
                .map(order -> new Order(order.getLong("orderId"), order.getLong("eventKey")))
                .toList();
    }
}
