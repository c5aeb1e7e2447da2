package com.acmecorp.platform.usecase;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.Metadata;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * What a caller asks of a use case. The HTTP side has checked the body's form against the OpenAPI document.
 *
 * @param body the JSON that was sent
 * @param idempotencyKey the header of that name
 */
public record Request(
        JsonObject body, TraceParent trace, @Nullable String idempotencyKey) {

    private static final String DETAIL = "detail";
    private static final String ORDER_ID = "orderId";
    private static final String METADATA = "metadata";

    public static Request of(JsonObject body) {
        return new Request(body, TraceParent.fresh(), null);
    }

    /** The fields that matter: an envelope's {@code detail}, or the body itself where it is no envelope. */
    public JsonObject detail() {
        return body.getValue(DETAIL) instanceof JsonObject detail ? detail : body;
    }

    /**
     * What happened to the order: an envelope's {@code detail-type}, or {@code transaction} of a plain body.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it isn't said
     */
    public String transaction() {
        return text(
                body, body.getValue(DETAIL) instanceof JsonObject ? "detail-type" : "transaction");
    }

    /**
     * What an event of this order says about itself; empty where a person asks, who needn't know it. It is known by
     * its id, lest the metadata of a sample pass for this order's.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it is no event's
     */
    public Optional<Metadata> metadata() {
        return Optional.ofNullable(detail().getValue(METADATA))
                .map(Request::metadata)
                .filter(metadata -> hasOrderId() && isOf(orderId(), metadata.eventId()));
    }

    private static boolean isOf(OrderId order, UUID eventId) {
        return LongStream.rangeClosed(
                        EventKey.first(order).value(), EventKey.last(order).value())
                .mapToObj(EventKey::new)
                .anyMatch(key -> key.eventId().equals(eventId));
    }

    private static Metadata metadata(Object json) {
        try {
            return EventJson.read(Json.encode(json), Metadata.class);
        } catch (IllegalArgumentException e) {
            throw Problem.ofField(Kind.INVALID, METADATA, "metadata must be that of an event.")
                    .asException();
        }
    }

    public boolean hasOrderId() {
        return detail().getValue(ORDER_ID) != null;
    }

    /**
     * The order in question.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when there is none
     */
    public OrderId orderId() {
        Object value = detail().getValue(ORDER_ID);
        try {
            return OrderId.parse(value == null ? "nothing" : value);
        } catch (IllegalArgumentException e) {
            throw Problem.ofField(Kind.INVALID, ORDER_ID, "orderId must be the number of an order.")
                    .asException();
        }
    }

    /**
     * A text that the use case can't do without.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it is missing, blank or no text
     */
    public String text(String field) {
        return text(detail(), field);
    }

    private static String text(JsonObject json, String field) {
        if (json.getValue(field) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw Problem.ofField(Kind.INVALID, field, field + " is needed, as a text.")
                .asException();
    }
}
