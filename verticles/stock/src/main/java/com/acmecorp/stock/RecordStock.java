package com.acmecorp.stock;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Notes that an order's goods have come, which emits StockCreated, or that they come later; again changes nothing. */
final class RecordStock {

    static final Operation RECORD_STOCK =
            new Operation("mutation RecordStock($id: Long!) { recordStock(id: $id) { status } }");

    static final Operation RECORD_ARRIVAL = new Operation("""
            mutation RecordArrival($id: Long!) { recordStock(id: $id, arrived: true) { status } }""");

    static final Operation AWAIT_GOODS =
            new Operation("mutation AwaitGoods($id: Long!) { awaitGoods(id: $id) { status } }");

    private static final StepLog LOG = StepLog.of(RecordStock.class);

    private final DatabaseClient database;

    RecordStock(DatabaseClient database) {
        this.database = database;
    }

    /** The goods came with the stockist's answer. */
    Future<StockedOrder> of(OrderEvent cause) {
        return execute(RECORD_STOCK, "recordStock", cause.orderId())
                .onSuccess(recorded -> LOG.step("goods are here", cause));
    }

    /** Without it, nobody could tell this order from one whose stockist was never asked. */
    Future<StockedOrder> later(OrderEvent cause) {
        return execute(AWAIT_GOODS, "awaitGoods", cause.orderId())
                .onSuccess(noted -> LOG.step("the stockist delivers later", cause));
    }

    /** The stockist, or a person, says that the goods have come. */
    Future<JsonObject> handle(Request request) {
        OrderId order = request.orderId();
        return execute(RECORD_ARRIVAL, "recordStock", order)
                .onSuccess(recorded -> LOG.step("goods are here", order, request.trace()))
                .map(recorded -> JsonObject.of("message", message(order, recorded)));
    }

    private static String message(OrderId order, StockedOrder recorded) {
        return recorded.isCancelled()
                ? "Order %s is cancelled. Send its goods back to the stockist, then tell us with POST /goodsReturned."
                        .formatted(order)
                : "Stock created for order " + order;
    }

    private Future<StockedOrder> execute(Operation operation, String field, OrderId order) {
        return database.execute(operation, JsonObject.of("id", order.value()))
                .map(answer -> StockedOrder.of(answer.getJsonObject(field)));
    }
}
