package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.FakeDatabase;

import io.vertx.core.json.JsonObject;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The payments of a fake database: open, given up, or settled with the provider's reference. */
final class KeptPayments {

    /** An open payment; it is handed out once nobody looks after it any more. */
    private record Open(String provider, boolean canBeAskedAgain, boolean givenUp, boolean isDue) {}

    private final Map<OrderId, Open> open = new LinkedHashMap<>();
    private final Map<OrderId, String> settled = new LinkedHashMap<>();
    private final Set<OrderId> ended = new HashSet<>();
    private final Map<OrderId, String> refused = new LinkedHashMap<>();

    private int attempts = 1;

    /** How often each was handed out. */
    KeptPayments handedOut(int times) {
        attempts = times;
        return this;
    }

    static KeptPayments in(FakeDatabase database) {
        KeptPayments payments = new KeptPayments();
        database.on("openPayment", payments::open)
                .on("settlePayment", payments::settle)
                .on("giveUpPayment", payments::giveUp)
                .on("endPayment", payments::end)
                .on("takeOverPayments", arguments -> payments.handOut());
        return payments;
    }

    /** As a process leaves it that dies after opening it. */
    KeptPayments leftOpen(OrderId order, String provider, boolean canBeAskedAgain) {
        open.put(order, new Open(provider, canBeAskedAgain, false, true));
        return this;
    }

    /** Whether nobody knows yet what becomes of the order's payment. */
    boolean isOpen(OrderId order) {
        return open.containsKey(order);
    }

    /** Whether its money has to go back. */
    boolean isGivenUp(OrderId order) {
        Open payment = open.get(order);
        return payment != null && payment.givenUp();
    }

    boolean isEnded(OrderId order) {
        return ended.contains(order);
    }

    /** What their banks said that gave them not back. */
    Map<OrderId, String> refused() {
        return refused;
    }

    /** Accepted orders with the provider's reference. */
    Map<OrderId, String> settled() {
        return settled;
    }

    private Object open(JsonObject arguments) {
        OrderId order = new OrderId(arguments.getJsonObject("order").getLong("orderId"));
        open.put(
                order,
                new Open(
                        arguments.getJsonObject("payment").getString("provider"),
                        arguments.getJsonObject("idempotency") != null,
                        false,
                        false));
        return Map.of("orderId", order.value(), "open", true);
    }

    private Object settle(JsonObject arguments) {
        OrderId order = order(arguments);
        if (isGivenUp(order)) {
            throw Problem.of(Kind.CONFLICT, "given back").asException();
        }
        open.remove(order);
        settled.put(order, arguments.getString("reference"));
        return order.value();
    }

    private Object giveUp(JsonObject arguments) {
        return open.computeIfPresent(
                        order(arguments),
                        (id, payment) ->
                                new Open(payment.provider(), payment.canBeAskedAgain(), true, true))
                != null;
    }

    private Object end(JsonObject arguments) {
        ended.add(order(arguments));
        if (arguments.getString("refusal") != null) {
            refused.put(order(arguments), arguments.getString("refusal"));
        }
        return open.remove(order(arguments)) != null;
    }

    private List<Map<String, Object>> handOut() {
        return open.entrySet().stream()
                .filter(entry -> entry.getValue().isDue())
                .map(entry -> Map.<String, Object>of(
                        "orderId",
                        entry.getKey().value(),
                        "provider",
                        entry.getValue().provider(),
                        "givenUp",
                        entry.getValue().givenUp(),
                        "canBeAskedAgain",
                        entry.getValue().canBeAskedAgain(),
                        "attempts",
                        attempts))
                .toList();
    }

    private static OrderId order(JsonObject arguments) {
        return new OrderId(arguments.getLong("orderId"));
    }
}
