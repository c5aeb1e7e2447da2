package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What the system's database says about a test, asked over its private GraphQL API. */
final class TestRecords {

    private static final String PROGRESS =
            "query($testId: Long!) { getTestProgress(testId: $testId) { placed booked } }";
    private static final String ORDERS = """
            query($testId: Long!, $after: Long!, $limit: Int!) {
              getAllTestOrders(testId: $testId, after: $after, limit: $limit) {
                orderId customerType status acceptedAtMs deliveryBookedAtMs
              }
            }""";
    private static final String AUDIT = """
            query($testId: Long!) {
              getTestAudit(testId: $testId) {
                orders events eventsDispatched payments ledgerEntries ledgerLines unbalancedEntries emails
              }
            }""";

    private static final int PAGE = 5_000;

    /** How far the test's orders have come. */
    record Progress(long placed, long booked) {}

    /** An order as the database has it; times in epoch milliseconds of the server's clock. */
    record TestOrder(
            long orderId,
            String customerType,
            String status,
            long acceptedAtMs,
            @Nullable Long deliveryBookedAtMs) {}

    /** What became of the test's events, payments, ledger entries and e-mails. */
    record Audit(
            long orders,
            long events,
            long eventsDispatched,
            long payments,
            long ledgerEntries,
            long ledgerLines,
            long unbalancedEntries,
            long emails) {}

    private final GraphQl database;

    TestRecords(GraphQl database) {
        this.database = database;
    }

    Future<Progress> progress(long testId) {
        return ask(PROGRESS, testId)
                .map(data -> data.getJsonObject("getTestProgress"))
                .map(found -> new Progress(found.getLong("placed"), found.getLong("booked")));
    }

    Future<List<TestOrder>> orders(long testId) {
        return ordersAfter(testId, new ArrayList<>(), 0);
    }

    private Future<List<TestOrder>> ordersAfter(long testId, List<TestOrder> found, long after) {
        JsonObject page = JsonObject.of("testId", testId, "after", after, "limit", PAGE);
        return database.ask(ORDERS, page)
                .map(data -> data.getJsonArray("getAllTestOrders"))
                .compose(orders -> {
                    orders.forEach(order -> found.add(order((JsonObject) order)));
                    return orders.size() < PAGE
                            ? Future.succeededFuture(found)
                            : ordersAfter(testId, found, found.getLast().orderId());
                });
    }

    Future<Audit> audit(long testId) {
        return ask(AUDIT, testId)
                .map(data -> data.getJsonObject("getTestAudit"))
                .map(found -> new Audit(
                        found.getLong("orders"),
                        found.getLong("events"),
                        found.getLong("eventsDispatched"),
                        found.getLong("payments"),
                        found.getLong("ledgerEntries"),
                        found.getLong("ledgerLines"),
                        found.getLong("unbalancedEntries"),
                        found.getLong("emails")));
    }

    private static TestOrder order(JsonObject order) {
        return new TestOrder(
                order.getLong("orderId"),
                order.getString("customerType"),
                order.getString("status"),
                order.getLong("acceptedAtMs"),
                order.getLong("deliveryBookedAtMs"));
    }

    private Future<JsonObject> ask(String query, long testId) {
        return database.ask(query, JsonObject.of("testId", testId));
    }
}
