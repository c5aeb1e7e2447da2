package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Tells a customer whose answer was lost what became of the order, so that nobody orders anew, and is charged twice,
 * without knowing. Who asks knows the order's idempotency key and e-mail address; to others there is no order.
 */
final class TellOutcome {

    private static final String ACCEPTED = "ACCEPTED";

    private final DatabaseClient database;
    private final OrderLinks links;

    TellOutcome(DatabaseClient database, LinkTokens tokens) {
        this.database = database;
        this.links = new OrderLinks(tokens);
    }

    Future<JsonObject> handle(Request request) {
        JsonObject question = new JsonObject()
                .put("key", IdempotencyClaim.key(request))
                .put("email", request.text("email"));
        return database.execute(OrderOperations.GET_OUTCOME, question)
                .map(answer -> answer(answer.getJsonObject("getOrderOutcome")));
    }

    private JsonObject answer(JsonObject outcome) {
        String state = outcome.getString("state");
        JsonObject answer = JsonObject.of("outcome", state);
        return state.equals(ACCEPTED)
                ? answer.mergeIn(links.again(
                        new OrderId(outcome.getLong("orderId")),
                        outcome.getInteger("linkGeneration")))
                : answer;
    }
}
