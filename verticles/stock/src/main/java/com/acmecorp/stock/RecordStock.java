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
            new Operation("mutation RecordStock($id: Long!) { recordStock(id: $id) { orderId } }");

    static final Operation AWAIT_GOODS =
            new Operation("mutation AwaitGoods($id: Long!) { awaitGoods(id: $id) { orderId } }");

    private static final StepLog LOG = StepLog.of(RecordStock.class);

    private final DatabaseClient database;

    RecordStock(DatabaseClient database) {
        this.database = database;
    }

    /** The goods came with the stockist's answer. */
    Future<?> of(OrderEvent cause) {
        return record(cause.orderId()).onSuccess(recorded -> LOG.step("goods are here", cause));
    }

    /** Without it, nobody could tell this order from one whose stockist was never asked. */
    Future<?> later(OrderEvent cause) {
        return database.execute(AWAIT_GOODS, JsonObject.of("id", cause.orderId().value()))
                .onSuccess(noted -> LOG.step("the stockist delivers later", cause));
    }

    /** The stockist, or a person, says that the goods have come. */
    Future<JsonObject> handle(Request request) {
        OrderId order = request.orderId();
        return record(order)
                .onSuccess(recorded -> LOG.step("goods are here", order, request.trace()))
                .map(recorded -> JsonObject.of("message", "Stock created for order " + order));
    }

    private Future<JsonObject> record(OrderId order) {
        return database.execute(RECORD_STOCK, JsonObject.of("id", order.value()));
    }
}
