package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.database.write.OldKeys;
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

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** No charge without a trace: a payment is written down before its provider is asked, and until nothing of it is left. */
class PaymentsInTheDatabaseTest {

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
    void newOrder() {
        id = newNumber();
    }

    @Test
    void anOrderIsAcceptedWhenItsPaymentIsSettled() {
        assertThat(open(id)).isEqualTo(opening(id, true));
        assertThat(open(id)).isEqualTo(opening(id, true));
        assertThat(events()).isZero();

        database.execute(Samples.settle(id));
        database.execute(Samples.settle(id));

        assertThat(events()).isEqualTo(1);
        assertThat(open(id)).isEqualTo(opening(id, false));
        assertThat(intents()).isZero();
        assertThat(database.text(
                        "SELECT CONCAT(provider, ' ', reference, ' ', amount, ' ', currency)"
                                + " FROM payments WHERE order_id = " + id))
                .isEqualTo("El Banco Blanco charge-" + id + " 600000 MXN");
    }

    @Test
    void aKeyWaitsForItsPaymentAndThenAnswersItsOrder() {
        long again = newNumber();
        open(id, Samples.claim(id));

        refused(Kind.IN_PROGRESS, () -> open(again, Samples.claim(id)));
        refused(Kind.IN_PROGRESS, () -> findAccepted(Samples.claim(id)));
        refused(Kind.IN_PROGRESS, () -> open(again, changed(id)));

        database.execute(Samples.settle(id));
        assertThat(open(again, Samples.claim(id))).isEqualTo(opening(id, false));
        refused(Kind.ORDER_EXISTS, () -> open(again, changed(id)));
        refused(Kind.ORDER_EXISTS, () -> findAccepted(changed(id)));
        assertThat(findAccepted(Samples.claim(id)).getLong("findAcceptedOrder")).isEqualTo(id);
    }

    @Test
    void aKeyIsFreeWhenNothingIsLeftOfItsPayment() {
        long again = newNumber();
        open(id, Samples.claim(id));

        database.execute("mutation { endPayment(orderId: %d) }".formatted(id));

        assertThat(open(again, Samples.claim(id))).isEqualTo(opening(again, true));
    }

    @Test
    void aPaymentThatIsGivenUpIsHandedOutAndNeverSettled() {
        open(id);
        assertThat(takeOver()).noneMatch(payment -> payment.getLong("orderId") == id);

        assertThat(giveUp()).isTrue();

        refused(Kind.CONFLICT, () -> database.execute(Samples.settle(id)));
        assertThat(takeOver())
                .filteredOn(payment -> payment.getLong("orderId") == id)
                .containsExactly(new JsonObject()
                        .put("orderId", id)
                        .put("provider", "El Banco Blanco")
                        .put("givenUp", true)
                        .put("canBeAskedAgain", false)
                        .put("attempts", 1));
        database.execute("mutation { endPayment(orderId: %d) }".formatted(id));
        assertThat(intents()).isZero();
    }

    @Test
    void anAcceptedOrdersPaymentIsNotGivenBack() {
        open(id);
        database.execute(Samples.settle(id));

        assertThat(giveUp()).isFalse();
        assertThat(database.count("SELECT COUNT(*) FROM payments WHERE order_id = " + id))
                .isEqualTo(1);
    }

    @Test
    void aPaymentThatNobodySettlesIsHandedOutToOneAtATime() {
        open(id, Samples.claim(id));
        database.run("UPDATE payment_intents SET due_at_ms = 1 WHERE order_id = " + id);

        List<Future<JsonObject>> askers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            askers.add(database.client.execute(TAKE_OVER, new JsonObject()));
        }
        assertThat(TestDatabase.await(Future.all(askers)).size()).isEqualTo(10);

        assertThat(askers.stream()
                        .flatMap(asker -> payments(asker.result()).stream())
                        .filter(payment -> payment.getLong("orderId") == id))
                .singleElement()
                .matches(payment -> payment.getBoolean("canBeAskedAgain"))
                .matches(payment -> !payment.getBoolean("givenUp"));
    }

    @Test
    void oneOfFiftyRequestsUnderAKeyIsPaidFor() {
        long first = database.execute("mutation { allocateOrderIds(count: 50) }")
                .getLong("allocateOrderIds");
        List<Future<JsonObject>> answers = new ArrayList<>();
        for (long order = first; order < first + 50; order++) {
            answers.add(database.client.execute(
                    new Operation(Samples.OPEN_PAYMENT),
                    Samples.payment(order, "El Banco Blanco")
                            .put("idempotency", Samples.claim(id))));
        }
        boolean allOpened = TestDatabase.await(Future.join(answers).map(true).otherwise(false));

        assertThat(allOpened).isFalse();
        assertThat(answers).filteredOn(Future::succeeded).hasSize(1);
        assertThat(answers)
                .filteredOn(Future::failed)
                .allMatch(answer ->
                        ((ProblemException) answer.cause()).problem().kind() == Kind.IN_PROGRESS);
    }

    @Test
    void anOutcomeIsToldToWhoKnowsKeyAndAddress() {
        assertThat(outcome("ana@example.com")).isEqualTo("NONE null");
        open(id, Samples.claim(id));
        assertThat(outcome("ana@example.com")).isEqualTo("IN_PROGRESS null");
        assertThat(outcome("bob@example.com")).isEqualTo("NONE null");

        database.execute(Samples.settle(id));

        assertThat(outcome(" ANA@Example.com")).isEqualTo("ACCEPTED " + id);
        assertThat(outcome("bob@example.com")).isEqualTo("NONE null");
    }

    @Test
    void anOutcomeIsNoneOnceNothingIsLeftOfThePayment() {
        open(id, Samples.claim(id));
        giveUp();
        assertThat(outcome("ana@example.com")).isEqualTo("IN_PROGRESS null");

        database.execute("mutation { endPayment(orderId: %d) }".formatted(id));

        assertThat(outcome("ana@example.com")).isEqualTo("NONE null");
    }

    @Test
    void anOutcomeTellsWhichOfItsLinksAreGood() {
        open(id, Samples.claim(id));
        database.execute(Samples.settle(id));
        assertThat(goodLinks()).isZero();
        database.execute(Samples.PLACE, Samples.placed(id));

        database.execute(
                "mutation { newLinks(id: %d, by: {operator: \"Kim\", reason: \"stolen\"}) { orderId } }"
                        .formatted(id));

        assertThat(goodLinks()).isEqualTo(1);
    }

    private int goodLinks() {
        return database.execute(
                        "{ getOrderOutcome(key: \"key-%d\", email: \"ana@example.com\") { linkGeneration } }"
                                .formatted(id))
                .getJsonObject("getOrderOutcome")
                .getInteger("linkGeneration");
    }

    private String outcome(String email) {
        JsonObject outcome = database.execute(
                        "{ getOrderOutcome(key: \"key-%d\", email: \"%s\") { state orderId } }"
                                .formatted(id, email))
                .getJsonObject("getOrderOutcome");
        return outcome.getString("state") + " " + outcome.getLong("orderId");
    }

    /** A key that is free while its payment is open could be used to charge once more. */
    @Test
    void aKeyIsKeptAsLongAsItsPaymentIsOpen() {
        open(id, Samples.claim(id));
        database.run("UPDATE idempotency_keys SET created_at_ms = 1 WHERE order_id = " + id);

        TestDatabase.await(new OldKeys(database.sql, Clock.systemUTC(), 24).forget());

        assertThat(keys(id)).isEqualTo(1);
        refused(Kind.IN_PROGRESS, () -> open(newNumber(), Samples.claim(id)));
    }

    @Test
    void keysAreForgottenWhenTheyAreOld() {
        open(id, Samples.claim(id));
        database.execute(Samples.settle(id));
        long old = System.currentTimeMillis() - Duration.ofHours(25).toMillis();
        database.run("UPDATE idempotency_keys SET created_at_ms = %d WHERE order_id = %d"
                .formatted(old, id));
        long young = newNumber();
        open(young, Samples.claim(young));

        TestDatabase.await(new OldKeys(database.sql, Clock.systemUTC(), 24).forget());

        assertThat(keys(id)).isZero();
        assertThat(keys(young)).isEqualTo(1);
    }

    private static final Operation TAKE_OVER = new Operation(
            "mutation { takeOverPayments(limit: 100) { orderId provider givenUp canBeAskedAgain attempts } }");

    private static List<JsonObject> takeOver() {
        return payments(TestDatabase.await(database.client.execute(TAKE_OVER, new JsonObject())));
    }

    private static List<JsonObject> payments(JsonObject answer) {
        JsonArray payments = answer.getJsonArray("takeOverPayments");
        return payments.stream().map(JsonObject.class::cast).toList();
    }

    private boolean giveUp() {
        return database.execute("mutation { giveUpPayment(orderId: %d) }".formatted(id))
                .getBoolean("giveUpPayment");
    }

    private static JsonObject open(long order) {
        return open(Samples.payment(order, "El Banco Blanco"));
    }

    private static JsonObject open(long order, JsonObject claim) {
        return open(Samples.payment(order, "El Banco Blanco").put("idempotency", claim));
    }

    private static JsonObject open(JsonObject variables) {
        return database.execute(Samples.OPEN_PAYMENT, variables).getJsonObject("openPayment");
    }

    private static JsonObject opening(long order, boolean open) {
        return new JsonObject().put("orderId", order).put("open", open);
    }

    /** Another request under the order's key. */
    private static JsonObject changed(long order) {
        return Samples.claim(order).put("requestHash", "b".repeat(64));
    }

    private static JsonObject findAccepted(JsonObject claim) {
        return database.execute(
                "query F($claim: IdempotencyClaim!) { findAcceptedOrder(idempotency: $claim) }",
                new JsonObject().put("claim", claim));
    }

    private static void refused(Kind kind, Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .matches(refusal -> refusal.problem().kind() == kind, "is " + kind);
    }

    private long events() {
        return database.count("SELECT COUNT(*) FROM events WHERE event_key = " + id * 16);
    }

    private long intents() {
        return database.count("SELECT COUNT(*) FROM payment_intents WHERE order_id = " + id);
    }

    private static long keys(long order) {
        return database.count("SELECT COUNT(*) FROM idempotency_keys WHERE order_id = " + order);
    }

    private static long newNumber() {
        return database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
    }
}
