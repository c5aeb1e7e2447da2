package com.acmecorp.order;

import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Places an order that was created: its row and OrderPlaced, written together. */
final class PlaceOrder {

    private static final StepLog LOG = StepLog.of(PlaceOrder.class);

    private final DatabaseClient database;
    private final OrderPolicy policy;

    PlaceOrder(DatabaseClient database, OrderPolicy policy) {
        this.database = database;
        this.policy = policy;
    }

    Future<?> on(OrderCreated event) {
        return database.execute(OrderOperations.PLACE, OrderJson.placed(event))
                .onSuccess(placed -> LOG.step("order placed", event));
    }

    /** By hand: the order was checked by nobody yet, and may have no number. */
    Future<JsonObject> handle(Request request) {
        OrderRequest order = OrderRequest.of(request.detail());
        policy.check(order);
        JsonObject variables = OrderJson.placed(order, request.trace());
        if (request.detail().getValue("orderId") != null) {
            variables.put("orderId", request.orderId().value());
        }
        return database.execute(OrderOperations.PLACE_AND_SHOW, variables)
                .map(answer -> answer.getJsonObject("placeOrder"))
                .onSuccess(placed -> LOG.step(
                        "order placed by hand",
                        new OrderId(placed.getLong("orderId")),
                        request.trace()));
    }
}
