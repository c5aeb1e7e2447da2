package com.acmecorp.finance;

import com.acmecorp.events.OrderCancelled;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.log.StepLog;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Takes a cancelled order's sale back in the books, once per order. As with the sale, the own ledger
 * comes first, and the next attempt mends a failure in between.
 */
final class ReverseSale {

    static final Operation REVERSE_SALE = new Operation(
            "mutation ReverseSale($orderId: Long!) { reverseSale(orderId: $orderId) }");

    private static final StepLog LOG = StepLog.of(ReverseSale.class);

    private final DatabaseClient database;
    private final Bookkeeping books;

    ReverseSale(DatabaseClient database, Bookkeeping books) {
        this.database = database;
        this.books = books;
    }

    Future<?> on(OrderCancelled event) {
        return database.execute(
                        REVERSE_SALE, JsonObject.of("orderId", event.orderId().value()))
                .compose(noted -> books.reverse(
                        event.orderId(), event.totalPrice(), event.metadata().traceparent()))
                .onSuccess(reversed -> LOG.step("sale is taken back", event));
    }
}
