package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** What an order's cancellation does and what it prevents, on a real server. */
class CancellationTest {

    private static final int ROUNDS = 100;
    private static final long SLOT_MS = System.currentTimeMillis() + 3_000_000_000_000L;

    private static TestDatabase database;
    private long id;

    @BeforeAll
    static void start() {
        database = new TestDatabase(new JsonObject());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void allocateANumber() {
        id = newNumbers(1);
    }

    @Test
    void isTheLastEventOfAnOrderAndHappensOnce() {
        place(id);
        JsonObject first = cancel(id);
        assertThat(first.getString("status")).isEqualTo("CANCELLED");
        assertThat(cancel(id)).isEqualTo(first);

        database.execute("mutation { recordStock(id: %d) { orderId } }".formatted(id));
        JsonObject late = database.execute(Samples.moveTo(id, "STOCKED"));

        assertThat(late.getJsonObject("updateOrderStatus").getString("status"))
                .isEqualTo("CANCELLED");
        assertThat(database.timeline(id))
                .containsExactly("OrderCreated", "OrderPlaced", "StockCreated", "OrderCancelled");
        eventually(
                "the refund was asked for",
                () -> database.publisher.times("order.refund-payment", id) >= 1);
    }

    @Test
    void isRefusedWhereThereIsNothingToCancel() {
        refused(Kind.NOT_FOUND, Samples.cancel(id));
        database.execute(Samples.ACCEPT, new JsonObject().put("order", Samples.accepted(id)));
        refused(Kind.IN_PROGRESS, Samples.cancel(id));
        database.execute(Samples.PLACE, Samples.placed(id));
        refused(Kind.CONFLICT, Samples.reverseSale(id));
        database.execute(Samples.moveTo(id, "STOCKED"));
        database.execute(Samples.book(id, SLOT_MS, "5"));
        refused(Kind.CONFLICT, Samples.cancel(id));
        assertThat(database.timeline(id)).endsWith("DeliveryBooked");
    }

    @Test
    void leavesNoDeliveryToBook() {
        place(id);
        database.execute(Samples.moveTo(id, "STOCKED"));
        cancel(id);
        refused(Kind.CONFLICT, Samples.book(id, SLOT_MS + 1, "5"));
        assertThat(database.count(
                        "SELECT COALESCE(SUM(booked), 0) FROM delivery_slots WHERE slot_ms = "
                                + (SLOT_MS + 1)))
                .isZero();
    }

    /** In one batch or in several at a time, whichever comes first. */
    @Test
    void meetsABookingAndOneOfThemWins() {
        long seed = System.nanoTime();
        long first = newNumbers(ROUNDS);
        long slot = SLOT_MS + first;
        LongStream.range(first, first + ROUNDS).forEach(CancellationTest::place);
        LongStream.range(first, first + ROUNDS)
                .forEach(order -> database.execute(Samples.moveTo(order, "STOCKED")));
        List<String> documents = new ArrayList<>();
        LongStream.range(first, first + ROUNDS).forEach(order -> {
            documents.add(Samples.cancel(order));
            documents.add(Samples.book(order, slot, "1000"));
        });
        Collections.shuffle(documents, new Random(seed));

        List<Future<JsonObject>> answers = started(documents);

        assertThat(answers.stream().filter(Future::succeeded).count())
                .as("seed %d", seed)
                .isEqualTo(ROUNDS);
        long booked = database.count(
                "SELECT COUNT(*) FROM orders WHERE delivery_time_ms IS NOT NULL" + among(first));
        long cancelled = database.count(
                "SELECT COUNT(*) FROM orders WHERE status = 'CANCELLED'" + among(first));
        assertThat(booked + cancelled).as("seed %d", seed).isEqualTo(ROUNDS);
        assertThat(database.count("SELECT booked FROM delivery_slots WHERE slot_ms = " + slot))
                .as("seed %d", seed)
                .isEqualTo(booked);
    }

    /** Sale and reversal are told in any order and more than once. */
    @Test
    void leavesTheBooksEvenWhateverTheyAreToldFirst() {
        long seed = System.nanoTime();
        long first = newNumbers(ROUNDS);
        List<String> documents = new ArrayList<>();
        LongStream.range(first, first + ROUNDS).forEach(order -> {
            place(order);
            cancel(order);
            String sale = "mutation { bookSale(orderId: %d, totalPrice: 30000) }".formatted(order);
            documents.addAll(List.of(sale, sale));
            documents.addAll(List.of(Samples.reverseSale(order), Samples.reverseSale(order)));
        });
        Collections.shuffle(documents, new Random(seed));

        assertThat(started(documents)).as("seed %d", seed).allMatch(Future::succeeded);

        for (String entry : List.of("SALE", "REVERSAL")) {
            assertThat(database.count("SELECT COUNT(*) FROM ledger WHERE entry = '" + entry + "'"
                            + among(first)))
                    .as("seed %d", seed)
                    .isEqualTo(ROUNDS);
        }
        assertThat(database.count(
                        "SELECT COUNT(*) FROM (SELECT SUM(amount) AS rest FROM ledger_lines WHERE TRUE"
                                + among(first)
                                + " GROUP BY order_id, account HAVING rest <> 0) uneven"))
                .as("seed %d", seed)
                .isZero();
    }

    @Test
    void findsWhoWasPaid() {
        database.execute(Samples.OPEN_PAYMENT, Samples.payment(id, "El Banco Blanco"));
        database.execute(Samples.settle(id));
        String payment = "{ getPayment(orderId: %d) { provider reference amount currency } }";

        assertThat(database.execute(payment.formatted(id)).getJsonObject("getPayment"))
                .isEqualTo(new JsonObject()
                        .put("provider", "El Banco Blanco")
                        .put("reference", "charge-" + id)
                        .put("amount", 600_000L)
                        .put("currency", "MXN"));
        assertThat(database.execute(payment.formatted(newNumbers(1))).getJsonObject("getPayment"))
                .isNull();
    }

    /** Ends when each has its answer, good or bad. */
    private static List<Future<JsonObject>> started(List<String> documents) {
        List<Future<JsonObject>> answers = documents.stream()
                .map(document -> database.client.execute(new Operation(document), new JsonObject()))
                .toList();
        boolean answered = TestDatabase.await(Future.join(answers).map(true).otherwise(false));
        assertThat(answered).isEqualTo(answers.stream().allMatch(Future::succeeded));
        return answers;
    }

    private static void place(long order) {
        database.execute(Samples.ACCEPT, new JsonObject().put("order", Samples.accepted(order)));
        database.execute(Samples.PLACE, Samples.placed(order));
    }

    private static JsonObject cancel(long order) {
        return database.execute(Samples.cancel(order)).getJsonObject("cancelOrder");
    }

    private static void refused(Kind kind, String document) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> database.execute(document))
                .matches(refusal -> refusal.problem().kind() == kind, "is " + kind);
    }

    private static String among(long first) {
        return " AND order_id BETWEEN %d AND %d".formatted(first, first + ROUNDS - 1);
    }

    private static long newNumbers(int count) {
        return database.execute("mutation { allocateOrderIds(count: %d) }".formatted(count))
                .getLong("allocateOrderIds");
    }
}
