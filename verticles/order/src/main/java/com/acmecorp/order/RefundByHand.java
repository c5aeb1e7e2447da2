package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What an operator does about a refund that its provider refused: give the money back in another way, or have it asked again. */
final class RefundByHand {

    private static final StepLog LOG = StepLog.of(RefundByHand.class);

    private final DatabaseClient database;

    RefundByHand(DatabaseClient database) {
        this.database = database;
    }

    /** The money went back; the reason, which says how, is kept with the refund. */
    Future<JsonObject> settle(Request request) {
        OrderId order = request.orderId();
        JsonObject variables =
                JsonObject.of("orderId", order.value(), "reason", request.text("reason"));
        return database.execute(OrderOperations.SETTLE_REFUND, variables)
                .map(answer -> answer.getJsonObject("settleRefund"))
                .onSuccess(
                        settled -> LOG.step("refund is settled by hand", order, request.trace()));
    }

    /** What was in the way at the provider is mended. */
    Future<JsonObject> askAgain(Request request) {
        OrderId order = request.orderId();
        return database.execute(
                        OrderOperations.ASK_REFUND_AGAIN, JsonObject.of("orderId", order.value()))
                .map(answer -> answer.getJsonObject("askRefundAgain"))
                .onSuccess(asked ->
                        LOG.step("refund is asked for again by hand", order, request.trace()));
    }
}
