package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.Operation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** The books are exact, however often and in whatever order they are told of a sale. */
class LedgerTest {

    private static final int ORDERS = 40;
    private static final int TIMES = 5;

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = new TestDatabase(new JsonObject());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void paidSalesAreCashAtTheirProvider() {
        long id = newNumbers(1);
        database.execute(Samples.OPEN_PAYMENT, Samples.payment(id, "El Banco Blanco"));
        database.execute(Samples.settle(id));
        database.execute(Samples.PLACE, Samples.placed(id));

        database.execute(sale(id));

        assertThat(ledger(id)).isEqualTo(new JsonArray("""
                                [{"entry": "SALE", "invoiceNumber": null, "account": "cash at El Banco Blanco",
                                  "debit": 600000, "credit": 0, "currency": "MXN"},
                                 {"entry": "SALE", "invoiceNumber": null, "account": "deferred revenue",
                                  "debit": 0, "credit": 600000, "currency": "MXN"}]"""));
    }

    @Test
    void invoicedSalesAreOwedToUs() {
        long id = newNumbers(1);
        place(id);

        database.execute(sale(id));

        assertThat(ledger(id)).isEqualTo(new JsonArray("""
                                [{"entry": "SALE", "invoiceNumber": "INV-%d", "account": "deferred revenue",
                                  "debit": 0, "credit": 30000, "currency": "USD"},
                                 {"entry": "SALE", "invoiceNumber": "INV-%d", "account": "receivable",
                                  "debit": 30000, "credit": 0, "currency": "USD"}]""".formatted(id, id)));
    }

    /** Whatever the rate is when the books hear of it. */
    @Test
    void invoicedSalesAreOwedAsTheyWereInvoiced() {
        long id = 20_001;
        database.execute("""
                mutation { placeOrder(orderId: %d, name: "A", email: "a@example.com", phone: "+1 555 0100", street: "S", city: "C",
                  customerType: "B2B", market: "MX", products: "BB001", totalPrice: 30000,
                  charged: {amount: 590000, currency: "MXN"}) { charged { amount currency } } }""".formatted(id));

        database.execute(sale(id));

        assertThat(ledger(id).encode())
                .contains(
                        "\"account\":\"receivable\",\"debit\":590000,\"credit\":0,\"currency\":\"MXN\"");
    }

    @Test
    void salesToldFiveTimesInAnyOrderAreEnteredOnce() {
        long seed = System.nanoTime();
        long first = newNumbers(ORDERS);
        LongStream.range(first, first + ORDERS).forEach(LedgerTest::place);
        List<Long> told = new ArrayList<>();
        for (int i = 0; i < ORDERS * TIMES; i++) {
            told.add(first + i % ORDERS);
        }
        Collections.shuffle(told, new Random(seed));
        JsonObject before = receivable();

        List<Future<JsonObject>> answers = told.stream()
                .map(id -> database.client.execute(new Operation(sale(id)), new JsonObject()))
                .toList();
        assertThat(TestDatabase.await(Future.all(answers)).size()).isEqualTo(ORDERS * TIMES);

        assertThat(receivable().getLong("debit") - before.getLong("debit"))
                .as("seed %d", seed)
                .isEqualTo(ORDERS * 30_000L);
        assertThat(database.count(
                        "SELECT COUNT(*) FROM ledger_lines WHERE order_id BETWEEN %d AND %d"
                                .formatted(first, first + ORDERS - 1)))
                .as("seed %d", seed)
                .isEqualTo(2L * ORDERS);
        assertThat(database.count(
                        "SELECT COUNT(*) FROM (SELECT SUM(amount) AS rest FROM ledger_lines"
                                + " GROUP BY order_id, entry, currency HAVING rest <> 0) uneven"))
                .isZero();
    }

    /** Nothing in the books is changed or taken out. */
    @Test
    void isOnlyAddedTo() throws Exception {
        assertThat(KnownStatements.shapes())
                .filteredOn(statement -> statement.contains("ledger"))
                .isNotEmpty()
                .allMatch(statement ->
                        statement.startsWith("INSERT") || statement.startsWith("SELECT"))
                .noneMatch(statement -> statement.contains("ON DUPLICATE KEY"));
    }

    private static void place(long id) {
        database.execute(Samples.ACCEPT, new JsonObject().put("order", Samples.accepted(id)));
        database.execute(Samples.PLACE, Samples.placed(id));
    }

    private static String sale(long id) {
        return "mutation { bookSale(orderId: %d, totalPrice: 30000) }".formatted(id);
    }

    private static JsonArray ledger(long id) {
        return database.execute(
                        "{ getLedger(orderId: %d) { entry invoiceNumber account debit credit currency } }"
                                .formatted(id))
                .getJsonArray("getLedger");
    }

    private static JsonObject receivable() {
        return database
                .execute("{ getBalances { account currency debit credit } }")
                .getJsonArray("getBalances")
                .stream()
                .map(JsonObject.class::cast)
                .filter(balance -> balance.getString("account").equals("receivable"))
                .filter(balance -> balance.getString("currency").equals("USD"))
                .findFirst()
                .orElseGet(() -> new JsonObject().put("debit", 0));
    }

    private static long newNumbers(int count) {
        return database.execute("mutation { allocateOrderIds(count: %d) }".formatted(count))
                .getLong("allocateOrderIds");
    }
}
