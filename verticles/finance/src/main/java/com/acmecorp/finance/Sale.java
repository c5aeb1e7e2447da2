package com.acmecorp.finance;

import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import java.util.Set;

/** What is entered in the books. */
record Sale(OrderId order, UsdCents totalPrice) {

    private static final String TYPE = "detail-type";
    private static final Set<Object> TYPES_OF_SALES =
            Set.of(EventType.ORDER_CREATED.wireName(), EventType.ORDER_PLACED.wireName());

    /**
     * Reads the sale from an envelope.
     *
     * @throws ProblemException when it isn't the event of a sale
     */
    static Sale in(Request envelope) {
        Object type = envelope.body().getValue(TYPE);
        if (type == null || !TYPES_OF_SALES.contains(type)) {
            throw invalid(TYPE, "A sale is told by OrderCreated or OrderPlaced.");
        }
        return new Sale(envelope.orderId(), totalPrice(envelope));
    }

    private static UsdCents totalPrice(Request envelope) {
        return switch (envelope.detail().getValue("totalPrice")) {
            case Integer cents when cents >= 0 -> new UsdCents(cents);
            case Long cents when cents >= 0 -> new UsdCents(cents);
            case null, default ->
                throw invalid("totalPrice", "totalPrice must be a whole number of US cents.");
        };
    }

    private static ProblemException invalid(String field, String detail) {
        return Problem.ofField(Kind.INVALID, field, detail).asException();
    }

    /** The entry, as a bookkeeper reads it. */
    String entry() {
        return "Adding order ID \"%s\" and %s to the books!".formatted(order, totalPrice);
    }

    JsonObject variables() {
        return JsonObject.of("orderId", order.value(), "totalPrice", totalPrice.value());
    }
}
