package com.acmecorp.finance;

import com.acmecorp.events.OrderPlaced;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Enters a sale in the books, once per order. The own ledger comes first: it knows the order, so
 * that a wrong one never reaches the bookkeeper. A failure in between is mended by the next
 * attempt.
 */
final class BookSale {

    static final Operation BOOK_SALE = new Operation("""
                    mutation BookSale($orderId: Long!, $totalPrice: Long!) {
                      bookSale(orderId: $orderId, totalPrice: $totalPrice)
                    }""");

    private static final StepLog LOG = StepLog.of(BookSale.class);

    private final DatabaseClient database;
    private final Bookkeeping books;

    BookSale(DatabaseClient database, Bookkeeping books) {
        this.database = database;
        this.books = books;
    }

    Future<?> on(OrderPlaced event) {
        return book(
                        new Sale(event.orderId(), event.totalPrice()),
                        event.metadata().traceparent())
                .onSuccess(booked -> LOG.step("sale is booked", event));
    }

    Future<JsonObject> handle(Request request) {
        Sale sale = Sale.in(request);
        return book(sale, request.trace())
                .onSuccess(booked -> LOG.step("sale is booked", sale.order(), request.trace()))
                .map(booked -> JsonObject.of("message", sale.entry()));
    }

    private Future<Void> book(Sale sale, TraceParent trace) {
        return database.execute(BOOK_SALE, sale.variables())
                .compose(noted -> books.enter(sale.order(), sale.totalPrice(), trace));
    }
}
