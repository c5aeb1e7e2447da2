package com.acmecorp.order;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.Markets;
import com.acmecorp.events.Money;
import com.acmecorp.events.UsdCents;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * An order's money, as its page shows it.
 *
 * @param charged what was charged or is invoiced, as an amount with its currency
 * @param isPaid whether the customer paid; else there is an invoice
 * @param refund what goes back of a cancelled order that was paid
 */
record OrderMoney(
        JsonObject charged, boolean isPaid, @Nullable JsonObject refund) {

    private static final String CHARGED = "charged";
    private static final String SETTLEMENT = "settlement";
    private static final String PAID = "PAID";
    private static final String DONE = "DONE";

    /** Whether an order's events tell all of it; else {@link OrderOperations#GET_MONEY} does. */
    static boolean isTold(JsonObject facts, boolean cancelled) {
        return facts.containsKey(CHARGED)
                && facts.containsKey(SETTLEMENT)
                && !(cancelled && PAID.equals(facts.getString(SETTLEMENT)));
    }

    /** As the events tell it. */
    static OrderMoney of(JsonObject facts) {
        return new OrderMoney(
                facts.getJsonObject(CHARGED), PAID.equals(facts.getString(SETTLEMENT)), null);
    }

    /** As the events and the database tell it. An order that was cancelled before refunds were kept has its money back. */
    static OrderMoney of(JsonObject facts, boolean cancelled, JsonObject kept) {
        @Nullable JsonObject payment = kept.getJsonObject("getPayment");
        @Nullable JsonObject refund = kept.getJsonObject("getRefund");
        JsonObject charged = charged(facts, payment);
        if (!cancelled || payment == null) {
            return new OrderMoney(charged, payment != null, null);
        }
        return new OrderMoney(
                charged,
                true,
                refund == null ? JsonObject.of("state", DONE).mergeIn(payment) : refund);
    }

    /** Today's rate is used only for an invoice of before it was kept. */
    private static JsonObject charged(JsonObject facts, @Nullable JsonObject payment) {
        if (facts.containsKey(CHARGED)) {
            return facts.getJsonObject(CHARGED);
        }
        return payment == null
                ? OrderJson.money(Markets.acme()
                        .orFirst(facts.getString("market"))
                        .localPrice(new UsdCents(facts.getLong("totalPrice"))))
                : payment;
    }

    void show(JsonObject status) {
        status.put(CHARGED, charged).put(SETTLEMENT, isPaid ? PAID : "INVOICE");
        if (refund != null) {
            status.put("refund", refund);
        }
    }

    /** What a cancellation means, in the shopper's words. */
    String afterCancellation() {
        if (refund == null) {
            return "Your order is cancelled; the invoice is void, and there is nothing to pay.";
        }
        Money amount = EventJson.read(
                JsonObject.of(
                                "amount", refund.getLong("amount"),
                                "currency", refund.getString("currency"))
                        .encode(),
                Money.class);
        return switch (refund.getString("state")) {
            case DONE ->
                "Your order is cancelled; what you paid was given back to you: %s."
                        .formatted(amount);
            case "REFUSED" ->
                "Your order is cancelled; we couldn't give back automatically what you paid (%s), and will contact you."
                        .formatted(amount);
            default ->
                "Your order is cancelled; what you paid goes back to you: %s.".formatted(amount);
        };
    }
}
