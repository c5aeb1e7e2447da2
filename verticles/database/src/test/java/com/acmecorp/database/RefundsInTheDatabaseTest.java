package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What a cancelled order's customer paid goes back once, and the books say so when it did. */
class RefundsInTheDatabaseTest {

    private static final String HELD = "600000 at the bank, 0 owed";
    private static final String OWED = "600000 at the bank, 600000 owed";
    private static final String GONE = "0 at the bank, 0 owed";
    private static final int ROUNDS = 40;

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
    void placeAPaidOrder() {
        id = placePaid();
    }

    @Test
    void isDueFromTheCancellationAndMovesCashWhenItIsDone() {
        sell();
        assertThat(books()).isEqualTo(HELD);
        database.execute(Samples.cancel(id));
        assertThat(state()).isEqualTo("DUE");
        database.execute(Samples.reverseSale(id));
        assertThat(books()).isEqualTo(OWED);

        assertThat(database.execute(Samples.beginRefund(id)).getJsonObject("beginRefund"))
                .isEqualTo(JsonObject.of(
                        "state", "DUE",
                        "provider", "El Banco Blanco",
                        "amount", 600_000,
                        "currency", "MXN",
                        "attempts", 1));
        database.execute(Samples.endRefund(id, "null"));
        database.execute(Samples.endRefund(id, "null"));

        assertThat(state()).isEqualTo("DONE");
        assertThat(books()).isEqualTo(GONE);
        assertThat(entries()).containsExactlyInAnyOrder("SALE", "REVERSAL", "REFUND");
    }

    /** The event of the sale, or of the cancellation, may come to the books after the money went back. */
    @Test
    void leavesTheBooksEvenWhateverTheyAreToldFirst() {
        long seed = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            long order = placePaid();
            database.execute(Samples.cancel(order));
            List<String> told = new ArrayList<>(List.of(
                    "mutation { bookSale(orderId: %d, totalPrice: 30000) }".formatted(order),
                    Samples.reverseSale(order),
                    Samples.beginRefund(order),
                    Samples.endRefund(order, "\"no\""),
                    Samples.endRefund(order, "null")));
            told.addAll(List.copyOf(told));
            Collections.shuffle(told, new Random(seed + round));

            List<Future<JsonObject>> answers = told.stream()
                    .map(document ->
                            database.client.execute(new Operation(document), new JsonObject()))
                    .toList();

            assertThat(TestDatabase.await(Future.all(answers)).size()).isEqualTo(10);
            assertThat(books(order)).as("seed %d, round %d", seed, round).isEqualTo(GONE);
        }
    }

    @Test
    void isRefusedOnceAndThenSettledByHandWithAReason() {
        sell();
        database.execute(Samples.cancel(id));
        refused(Kind.CONFLICT, Samples.settleRefund(id));
        database.execute(Samples.beginRefund(id));
        database.execute(Samples.endRefund(id, "\"the account is closed\""));

        assertThat(state()).isEqualTo("REFUSED");
        assertThat(books()).as("no cash has moved").isEqualTo(HELD);
        assertThat(database.execute(Samples.beginRefund(id))
                        .getJsonObject("beginRefund")
                        .getString("state"))
                .as("nobody is asked again")
                .isEqualTo("REFUSED");
        assertThat(troubles()).contains("REFUND_REFUSED");

        for (int twice = 0; twice < 2; twice++) {
            assertThat(database.execute(Samples.settleRefund(id)).getJsonObject("settleRefund"))
                    .isEqualTo(JsonObject.of(
                            "state", "DONE",
                            "byHand", "by cheque",
                            "refusal", "the account is closed"));
        }
        assertThat(books()).isEqualTo(GONE);
    }

    @Test
    void isAskedForAgainWhenAnOperatorSaysSo() {
        database.execute(Samples.cancel(id));
        eventually(
                "its event is with its subscribers",
                () -> database.publisher.times("order.refund-payment", id) >= 1);
        database.execute(Samples.beginRefund(id));
        database.execute(Samples.endRefund(id, "\"no\""));

        database.execute(Samples.askRefundAgain(id));

        assertThat(state()).isEqualTo("DUE");
        eventually(
                "its event comes again",
                () -> database.publisher.times("order.refund-payment", id) >= 2);
    }

    @Test
    void isATroubleWhenItIsDueForLong() {
        database.execute(Samples.cancel(id));
        assertThat(troubles()).doesNotContain("REFUND_DUE");

        database.run("UPDATE refunds SET due_at_ms = 1 WHERE order_id = " + id);

        assertThat(troubles()).contains("REFUND_DUE");
        database.execute(Samples.endRefund(id, "null"));
        assertThat(troubles()).doesNotContain("REFUND_DUE");
    }

    @Test
    void isNothingWhereNothingWasPaidOrCancelled() {
        refused(Kind.CONFLICT, Samples.beginRefund(id));
        refused(Kind.NOT_FOUND, Samples.endRefund(id, "null"));
        refused(Kind.NOT_FOUND, Samples.settleRefund(id));
        refused(Kind.NOT_FOUND, Samples.askRefundAgain(id));
        long invoiced = newNumber();
        database.execute(Samples.ACCEPT, JsonObject.of("order", Samples.accepted(invoiced)));
        database.execute(Samples.PLACE, Samples.placed(invoiced));
        database.execute(Samples.cancel(invoiced));

        assertThat(database.execute(Samples.beginRefund(invoiced)).getJsonObject("beginRefund"))
                .isNull();
    }

    /** Its sale was reversed out of the cash; its bank is asked still if its event wasn't handled, and the books stay. */
    @Test
    void leavesTheBooksOfAnOrderThatWasCancelledBefore() {
        sell();
        database.execute(Samples.cancel(id));
        database.run("DELETE FROM refunds WHERE order_id = " + id);
        database.execute(Samples.reverseSale(id));
        assertThat(books()).isEqualTo(GONE);

        database.execute(Samples.beginRefund(id));
        database.execute(Samples.endRefund(id, "null"));

        assertThat(books()).isEqualTo(GONE);
        assertThat(entries()).containsExactlyInAnyOrder("SALE", "REVERSAL");
        assertThat(state()).isEqualTo("DONE");
    }

    /** The customer has no order, and the bank has their money. */
    @Test
    void keepsAChargeWithoutAnOrderThatIsNotGivenBack() {
        long open = newNumber();
        database.execute(Samples.OPEN_PAYMENT, Samples.payment(open, "El Banco Blanco"));
        database.execute("mutation { giveUpPayment(orderId: %d) }".formatted(open));

        database.execute("mutation { endPayment(orderId: %d, refusal: \"no\") }".formatted(open));

        assertThat(state(open)).isEqualTo("REFUSED");
        refused(Kind.CONFLICT, Samples.askRefundAgain(open));
        database.execute(Samples.settleRefund(open));
        assertThat(state(open)).isEqualTo("DONE");
        assertThat(books(open)).isEqualTo("0 at the bank, 0 owed");
    }

    private void sell() {
        database.execute("mutation { bookSale(orderId: %d, totalPrice: 30000) }".formatted(id));
    }

    private static long placePaid() {
        long order = newNumber();
        database.execute(Samples.OPEN_PAYMENT, Samples.payment(order, "El Banco Blanco"));
        database.execute(Samples.settle(order));
        database.execute(Samples.PLACE, Samples.placed(order));
        return order;
    }

    private static long newNumber() {
        return database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
    }

    private String state() {
        return state(id);
    }

    private static String state(long order) {
        return database.execute("{ getRefund(orderId: %d) { state } }".formatted(order))
                .getJsonObject("getRefund")
                .getString("state");
    }

    private String books() {
        return books(id);
    }

    private static String books(long order) {
        return "%d at the bank, %d owed"
                .formatted(sum(order, "cash at El Banco Blanco"), -sum(order, "refunds payable"));
    }

    private static long sum(long order, String account) {
        return database.count(
                "SELECT COALESCE(SUM(amount), 0) FROM ledger_lines WHERE order_id = %d AND account = '%s'"
                        .formatted(order, account));
    }

    private List<String> entries() {
        JsonArray lines = database.execute("{ getLedger(orderId: %d) { entry } }".formatted(id))
                .getJsonArray("getLedger");
        return lines.stream()
                .map(line -> ((JsonObject) line).getString("entry"))
                .distinct()
                .toList();
    }

    private String troubles() {
        return database.execute("""
                        { getTroubles(limits: {placeMs: 9000000, stockMs: 9000000, markStockedMs: 9000000,
                          chooseTimeMs: 9000000, autoBookMs: 9000000, markBookedMs: 9000000, mailMs: 9000000}, most: 99) {
                          kind orders { orderId } } }""").getJsonArray("getTroubles").stream()
                .map(JsonObject.class::cast)
                .filter(kind -> kind.getJsonArray("orders").encode().contains("" + id))
                .map(kind -> kind.getString("kind"))
                .toList()
                .toString();
    }

    private static void refused(Kind kind, String document) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> database.execute(document))
                .matches(refusal -> refusal.problem().kind() == kind, "is " + kind);
    }
}
