package com.acmecorp.order;

import com.acmecorp.events.Metadata;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.util.Optional;

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

    /**
     * By hand, the order was checked by nobody yet and may have no number; what is its own event, sent by an API
     * destination, was accepted and maybe paid, and is placed as that event says.
     */
    Future<JsonObject> handle(Request request) {
        OrderRequest order = OrderRequest.of(request.detail());
        Optional<Metadata> event = request.metadata();
        TraceParent trace = event.map(Metadata::traceparent).orElseGet(request::trace);
        JsonObject variables = OrderJson.placed(order, trace)
                .put(
                        "charged",
                        event.isPresent()
                                ? request.detail().getJsonObject("charged")
                                : OrderJson.money(policy.check(order)
                                        .market()
                                        .localPrice(order.totalPrice())));
        event.ifPresent(
                metadata -> variables.put("acceptedAtMs", metadata.occurredAt().toEpochMilli()));
        if (request.hasOrderId()) {
            variables.put("orderId", request.orderId().value());
        }
        return database.execute(OrderOperations.PLACE_AND_SHOW, variables)
                .map(answer -> answer.getJsonObject("placeOrder"))
                .onSuccess(placed -> LOG.step(
                        "order placed by a call", new OrderId(placed.getLong("orderId")), trace));
    }
}
