package com.acmecorp.order;

import com.acmecorp.events.DeliveryBooked;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.StockCreated;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Moves an order's status on; with STOCKED the database writes OrderDeliverable. */
final class UpdateOrderStatus {

    private static final StepLog LOG = StepLog.of(UpdateOrderStatus.class);
    private static final String STOCKED = "STOCKED";
    private static final String DELIVERY_BOOKED = "DELIVERY_BOOKED";

    private final DatabaseClient database;

    UpdateOrderStatus(DatabaseClient database) {
        this.database = database;
    }

    Future<?> on(StockCreated event) {
        return move(event, STOCKED);
    }

    Future<?> on(DeliveryBooked event) {
        return move(event, DELIVERY_BOOKED);
    }

    Future<JsonObject> handle(Request request) {
        OrderId order = request.orderId();
        String status = statusAfter(request.transaction());
        return move(order, status)
                .onSuccess(moved ->
                        LOG.step("order is " + status + " by hand", order, request.trace()));
    }

    private Future<?> move(OrderEvent event, String status) {
        return move(event.orderId(), status)
                .onSuccess(moved -> LOG.step("order is " + status, event));
    }

    private Future<JsonObject> move(OrderId order, String status) {
        JsonObject variables = new JsonObject().put("id", order.value()).put("status", status);
        return database.execute(OrderOperations.UPDATE_STATUS, variables)
                .map(answer -> answer.getJsonObject("updateOrderStatus"));
    }

    private static String statusAfter(String transaction) {
        if (transaction.equals(EventType.STOCK_CREATED.wireName())) {
            return STOCKED;
        }
        if (transaction.equals(EventType.DELIVERY_BOOKED.wireName())) {
            return DELIVERY_BOOKED;
        }
        throw Problem.ofField(
                        Kind.INVALID,
                        "transaction",
                        "transaction must be StockCreated or DeliveryBooked.")
                .asException();
    }
}
