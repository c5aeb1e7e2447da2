package com.acmecorp.platform.usecase;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a use case. The HTTP side has checked the body's form against the OpenAPI document.
 *
 * @param body the JSON that was sent
 * @param idempotencyKey the header of that name
 */
public record Request(
        JsonObject body, TraceParent trace, @Nullable String idempotencyKey) {

    public static Request of(JsonObject body) {
        return new Request(body, TraceParent.fresh(), null);
    }

    /** The fields that matter: an envelope's {@code detail}, or the body itself where it is no envelope. */
    public JsonObject detail() {
        return body.getValue("detail") instanceof JsonObject detail ? detail : body;
    }

    /**
     * The order in question.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when there is none
     */
    public OrderId orderId() {
        Object value = detail().getValue("orderId");
        try {
            return OrderId.parse(value == null ? "nothing" : value);
        } catch (IllegalArgumentException e) {
            throw Problem.ofField(
                            Kind.INVALID, "orderId", "orderId must be the number of an order.")
                    .asException();
        }
    }

    /**
     * A text that the use case can't do without.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it is missing, blank or no text
     */
    public String text(String field) {
        if (detail().getValue(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw Problem.ofField(Kind.INVALID, field, field + " is needed, as a text.")
                .asException();
    }
}
