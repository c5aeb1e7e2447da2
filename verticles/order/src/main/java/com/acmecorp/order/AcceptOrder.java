package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.UnclearWrite;
import com.acmecorp.platform.log.StepLog;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Writes an order that will be invoiced to the journal. */
final class AcceptOrder {

    private static final StepLog LOG = StepLog.of(AcceptOrder.class);

    private final DatabaseClient database;

    AcceptOrder(DatabaseClient database) {
        this.database = database;
    }

    /** Answers the number under which it, or an earlier one of the same key, was accepted. */
    Future<OrderId> accept(Candidate candidate) {
        JsonObject variables = new JsonObject()
                .put(
                        "order",
                        candidate.accepted().put("charged", OrderJson.money(candidate.price())))
                .put("idempotency", candidate.claim());
        return UnclearWrite.onceMore(() -> database.execute(OrderOperations.ACCEPT, variables))
                .map(answer -> new OrderId(answer.getJsonObject("acceptOrder").getLong("orderId")))
                .onSuccess(accepted -> LOG.step("order accepted", accepted, candidate.trace()));
    }
}
