package com.acmecorp.stock;

import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** A person says that the goods that came for a cancelled order went back, which ends the alert about them. */
final class ReturnGoods {

    static final Operation GOODS_RETURNED =
            new Operation("mutation GoodsReturned($id: Long!) { goodsReturned(id: $id) }");

    private static final StepLog LOG = StepLog.of(ReturnGoods.class);

    private final DatabaseClient database;

    ReturnGoods(DatabaseClient database) {
        this.database = database;
    }

    Future<JsonObject> handle(Request request) {
        return database.execute(
                        GOODS_RETURNED, JsonObject.of("id", request.orderId().value()))
                .onSuccess(noted -> LOG.step("goods went back", request.orderId(), request.trace()))
                .map(answer -> JsonObject.of("message", message(request, answer)));
    }

    private static String message(Request request, JsonObject answer) {
        return answer.getBoolean("goodsReturned")
                ? "The goods of order %s went back.".formatted(request.orderId())
                : "No goods of order %s were waiting to go back.".formatted(request.orderId());
    }
}
