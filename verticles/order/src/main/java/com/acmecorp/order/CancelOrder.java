package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Cancels an order for the shopper who holds its token. Whether that is still possible is the database's to say; what
 * follows from it, refund, books and mail, begins with the event that is written there.
 */
final class CancelOrder {

    private static final StepLog LOG = StepLog.of(CancelOrder.class);

    private final DatabaseClient database;
    private final LinkTokens links;

    CancelOrder(DatabaseClient database, LinkTokens links) {
        this.database = database;
        this.links = links;
    }

    Future<JsonObject> handle(Request request) {
        OrderId order = request.orderId();
        JsonObject variables = JsonObject.of(
                "id", order.value(), "linkGeneration", generation(order, request.text("token")));
        return database.execute(OrderOperations.CANCEL, variables)
                .map(answer -> answer.getJsonObject("cancelOrder"))
                .onSuccess(cancelled -> LOG.step("order is cancelled", order, request.trace()));
    }

    /** Of the link. The refusal of a wrong one doesn't tell whether the order exists. */
    private int generation(OrderId order, String token) {
        return links.generation(Purpose.CANCEL, order, token)
                .orElseThrow(() -> Problem.of(
                                Kind.FORBIDDEN,
                                "Please cancel the order with the link from your e-mail.")
                        .asException());
    }
}
