package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.util.List;

/**
 * What the staff does to an order for its customer, by hand. Each call says who does it and why, which is kept with what
 * it changed; what is so already is left as it is.
 */
final class ServeCustomer {

    private static final StepLog LOG = StepLog.of(ServeCustomer.class);
    private static final List<String> CONTACT = List.of("name", "email", "phone", "street", "city");

    /** What isn't said of these stays; an empty text takes it away. */
    private static final List<String> OPTIONAL = List.of("state", "postalCode", "language");

    private final DatabaseClient database;

    ServeCustomer(DatabaseClient database) {
        this.database = database;
    }

    /** Corrects who gets the plants, and where. */
    Future<JsonObject> correctContact(Request request) {
        JsonObject contact = new JsonObject();
        CONTACT.forEach(field -> contact.put(field, request.text(field)));
        OPTIONAL.stream()
                .filter(field -> request.detail().getString(field) != null)
                .forEach(field -> contact.put(field, request.detail().getString(field)));
        JsonObject variables = byOperator(request).put("contact", contact);
        return execute(OrderOperations.CORRECT_CONTACT, "correctContact", request, variables);
    }

    /** Ends the order's links and mails new ones. */
    Future<JsonObject> newLinks(Request request) {
        return execute(OrderOperations.NEW_LINKS, "newLinks", request, byOperator(request));
    }

    /** Cancels the order, even if its delivery is booked. */
    Future<JsonObject> cancel(Request request) {
        return execute(OrderOperations.CANCEL_ANYWAY, "cancelOrder", request, byOperator(request));
    }

    /** What was done to the order so far. */
    Future<JsonObject> actions(Request request) {
        return database.execute(OrderOperations.OPERATOR_ACTIONS, variables(request))
                .map(answer -> JsonObject.of("actions", answer.getJsonArray("getOperatorActions")));
    }

    private Future<JsonObject> execute(
            Operation operation, String field, Request request, JsonObject variables) {
        OrderId order = request.orderId();
        return database.execute(operation, variables)
                .map(answer -> answer.getJsonObject(field))
                .onSuccess(done -> LOG.step("operator did " + field, order, request.trace()));
    }

    private static JsonObject byOperator(Request request) {
        JsonObject by = JsonObject.of(
                "operator", request.text("operator"), "reason", request.text("reason"));
        return variables(request).put("by", by);
    }

    private static JsonObject variables(Request request) {
        return JsonObject.of("id", request.orderId().value());
    }
}
