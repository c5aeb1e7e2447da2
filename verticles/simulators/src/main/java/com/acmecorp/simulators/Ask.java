package com.acmecorp.simulators;

import com.acmecorp.events.OrderId;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What a party is asked.
 *
 * @param order whom the call is about; also its idempotency key
 */
record Ask(OrderId order, JsonObject body) {

    private static final String KEY = "Idempotency-Key";

    /**
     * Reads a call that has an effect; such a call needs a key, as it does with real parties.
     *
     * @throws IllegalArgumentException with a sentence for the caller
     */
    static Ask of(RoutingContext call) {
        OrderId order = orderOf(call)
                .orElseThrow(
                        () -> new IllegalArgumentException("The header " + KEY + " is missing."));
        return new Ask(order, json(call));
    }

    /**
     * Whom a call is about, where it has an effect.
     *
     * @throws IllegalArgumentException when its key is no order's number
     */
    static Optional<OrderId> orderOf(RoutingContext call) {
        return Optional.ofNullable(call.request().getHeader(KEY)).map(OrderId::parse);
    }

    /**
     * The order in the path.
     *
     * @throws IllegalArgumentException when there is no such number
     */
    static OrderId orderIn(RoutingContext call) {
        return OrderId.parse(String.valueOf(call.pathParam("order")));
    }

    /**
     * The JSON that was sent; an empty object where there is none.
     *
     * @throws IllegalArgumentException with a sentence for the caller
     */
    static JsonObject json(RoutingContext call) {
        try {
            @Nullable JsonObject body = call.body().asJsonObject();
            return body == null ? new JsonObject() : body;
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalArgumentException("The body is no JSON object.", e);
        }
    }

    /**
     * A text or a whole number that the party can't do without.
     *
     * @throws IllegalArgumentException when it is missing or something else
     */
    <T> T required(String field, Class<T> type) {
        Object value = body.getValue(field);
        Object wide = value instanceof Integer number ? Long.valueOf(number) : value;
        if (!type.isInstance(wide)) {
            throw new IllegalArgumentException(field + " is missing, or of the wrong type.");
        }
        return type.cast(wide);
    }
}
