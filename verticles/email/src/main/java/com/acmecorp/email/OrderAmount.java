package com.acmecorp.email;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.Money;
import com.acmecorp.events.Settlement;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * What an order cost and how it is paid for, as far as an event or the database tells.
 *
 * @param totalPrice null where an event doesn't tell it
 * @param charged null where nobody kept it
 * @param settlement null where nobody kept it
 */
record OrderAmount(
        @Nullable Long totalPrice,
        @Nullable Money charged,
        @Nullable Settlement settlement) {

    private static final String TOTAL_PRICE = "totalPrice";
    private static final String CHARGED = "charged";

    /** As an event tells it. */
    static OrderAmount of(JsonObject event) {
        String settlement = event.getString("settlement");
        return new OrderAmount(
                event.getLong(TOTAL_PRICE),
                money(event.getJsonObject(CHARGED)),
                settlement == null ? null : Settlement.valueOf(settlement));
    }

    /** As the database tells it: what was paid stands in the payment, also of orders of before. */
    static OrderAmount of(JsonObject order, @Nullable JsonObject payment) {
        return new OrderAmount(
                order.getLong(TOTAL_PRICE),
                money(payment == null ? order.getJsonObject(CHARGED) : payment),
                payment == null ? Settlement.INVOICE : Settlement.PAID);
    }

    private static @Nullable Money money(@Nullable JsonObject json) {
        try {
            return json == null ? null : EventJson.read(json.encode(), Money.class);
        } catch (IllegalArgumentException e) {
            throw invalid(CHARGED, "charged must be an amount and a currency such as MXN.");
        }
    }

    /** What the mail shows. */
    Money shownTo(Addressee to) {
        if (totalPrice == null) {
            throw invalid(TOTAL_PRICE, "totalPrice is needed, as US cents.");
        }
        return to.charged(charged, new UsdCents(totalPrice));
    }

    private static ProblemException invalid(String field, String detail) {
        return Problem.ofField(Kind.INVALID, field, detail).asException();
    }
}
