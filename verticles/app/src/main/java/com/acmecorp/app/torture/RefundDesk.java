package com.acmecorp.app.torture;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;

/**
 * An operator who looks after refunds that a bank refused, and hears of them by the alert alone, so that it must name each
 * order. Its methods block.
 */
record RefundDesk(JsonApi api) {

    static final String ALERT = "refunds are refused";

    private static final int CONFLICT = 409;
    private static final String TROUBLE = "REFUND_REFUSED";
    private static final String TROUBLES = """
            { getTroubles(limits: {placeMs: 1, stockMs: 1, markStockedMs: 1, chooseTimeMs: 1, autoBookMs: 1,
                markBookedMs: 1, mailMs: 1}, most: 1) { kind total } }""";

    /**
     * Has the bank asked again for every second order that the alert names, and gives back the money of the others by hand.
     *
     * @return what was found refused, each a sentence; empty when all is well
     */
    List<String> work() {
        List<String> refused = new ArrayList<>(unsettled());
        api.get("/alerts").getJsonArray("alerts").stream()
                .map(JsonObject.class::cast)
                .filter(alert -> alert.getString("rule").equals(ALERT))
                .flatMap(alert -> alert.getJsonArray("orders").stream())
                .map(Number.class::cast)
                .forEach(order -> refused.add(settle(order.longValue())));
        return refused;
    }

    private List<String> unsettled() {
        JsonArray troubles = api.query(TROUBLES).getJsonArray("getTroubles");
        return troubles.stream()
                .map(JsonObject.class::cast)
                .filter(trouble -> trouble.getString("kind").equals(TROUBLE))
                .map(trouble -> "%d refunds are refused".formatted(trouble.getLong("total")))
                .toList();
    }

    private String settle(long order) {
        JsonObject answer = order % 2 == 0 ? askAgain(order) : giveBack(order);
        return "order %d: its refund was refused; now it is %s".formatted(order, answer.encode());
    }

    /**
     * The bank's own 409, that the money is back already or went back otherwise, never comes this far: the shop asks
     * the bank then what it holds. 409 here is the shop's, which has nobody ask for a charge without an order, because
     * no event would do so. Only a person can give that back.
     */
    private JsonObject askAgain(long order) {
        JsonObject answer = api.post("/askRefundAgain", JsonObject.of("orderId", order));
        return answer.getInteger("status", 0) == CONFLICT ? giveBack(order) : answer;
    }

    private JsonObject giveBack(long order) {
        return api.post(
                "/settleRefund", JsonObject.of("orderId", order, "reason", "sent by cheque"));
    }
}
