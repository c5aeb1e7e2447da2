package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.database.journal.Journal;
import com.acmecorp.database.journal.JournalConfig;
import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.write.DuePayments;
import com.acmecorp.database.write.MailClaims;
import com.acmecorp.database.write.OldKeys;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The server that the tests run on, whichever it is, carries out every statement that the module has. */
class EveryStatementTest {

    /** What is known of a statement that is put together from halves, and of one that is a literal somewhere. */
    private static final List<String> EXAMPLES = List.of(
            "INSERT INTO delivery_slots (slot_ms, booked) VALUES (…)"
                    + " ON DUPLICATE KEY UPDATE booked = booked + VALUES(booked)",
            "UPDATE id_blocks SET next_id = next_id + ? WHERE name = 'order'");

    /** One of them is carried out, with a number behind it, on whichever server it is. */
    private static final Pattern OF_EACH_SERVER =
            Pattern.compile("SET SESSION max_(statement|execution)_time =.*");

    private static final long SLOT_MS = System.currentTimeMillis() + 2_000_000_000_000L;
    private static final int ATTEMPTS = 4;

    private static TestDatabase database;
    private final AtomicInteger attempts = new AtomicInteger();
    private long id;

    @BeforeAll
    static void start() {
        JsonObject journal = new JsonObject().put("sweepIntervalMs", 20).put("retryBaseMs", 1);
        database = new TestDatabase(new JsonObject().put("journal", journal));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void carriesOutEveryStatement() throws Exception {
        keepTheTime();
        failAtFirst("stock.request-goods");
        takeAnOrderToItsEnd();
        readAllThereIs();
        refuseABadRow();
        giveAPaymentBack();
        giveACancelledOrdersMoneyBack();
        compareWithAParty();
        loseADispatch();
        database.execute("mutation { dispatchAgain(eventKey: %d) }".formatted(id * 16));
        settleAReservation();
        bringTheDeadBack();
        startAlone();
        meetALock();
        leaveASession();
        serveACustomer();

        Set<String> missing = new TreeSet<>(KnownStatements.shapes());
        assertThat(missing).containsAll(EXAMPLES).hasSizeGreaterThan(30);
        missing.removeAll(database.executed.shapes());
        missing.removeIf(OF_EACH_SERVER.asMatchPredicate());
        missing.remove("KILL CONNECTION_ID()");
        assertThat(missing).isEmpty();
    }

    @Test
    void hasRunEveryMigration() {
        String[] scripts = new File("src/main/resources/db/migration").list();
        assertThat(scripts)
                .isNotEmpty()
                .allSatisfy(script -> assertThat(database.count(
                                "SELECT COUNT(*) FROM flyway_schema_history WHERE success = 1 AND script = '"
                                        + script + "'"))
                        .isEqualTo(1));
    }

    /** What was written long ago is renewed. */
    private static void keepTheTime() {
        database.run("UPDATE clock_correction SET server_us = 1");
        eventually(
                "it is renewed",
                () -> database.count("SELECT server_us > 1 FROM clock_correction") == 1);
    }

    private void failAtFirst(String failing) {
        database.publisher.answer = (target, event) -> target.equals(failing)
                ? outcome(attempts.incrementAndGet())
                : Outcome.acknowledged();
    }

    private static Outcome outcome(int attempt) {
        if (attempt <= 2) {
            return Outcome.noSubscriber("nobody listens");
        }
        return attempt < ATTEMPTS ? Outcome.failed("busy", true) : Outcome.acknowledged();
    }

    private void takeAnOrderToItsEnd() {
        id = newNumber();
        openPayment(id, "El Banco Blanco");
        database.execute(Samples.settle(id));
        database.execute(Samples.PLACE, Samples.placed(id));
        database.execute("mutation { awaitGoods(id: %d) { orderId } }".formatted(id));
        database.execute("mutation { recordStock(id: %d) { orderId } }".formatted(id));
        database.execute("mutation { bookSale(orderId: %d, totalPrice: 30000) }".formatted(id));
        database.execute(Samples.moveTo(id, "STOCKED"));
        database.execute(Samples.book(
                id, SLOT_MS, "5, unpaid: {keys: [\"" + "0".repeat(32) + "\"], most: 3}"));
        database.execute("""
                mutation { keepEmail(email: {orderId: %d, template: "order-received", revision: "",
                  recipient: "a", subject: "b", text: "c", keepOnly: false}) }""".formatted(id));
        database.execute(Samples.keepEmail(id, 1));
        database.execute("""
                mutation { keepEmail(email: {orderId: %d, template: "ready-for-delivery", revision: "",
                  recipient: "a", subject: "b", text: "c", keepOnly: false}) }""".formatted(id));
        database.execute(
                "mutation { markEmailSent(orderId: %d, template: \"order-received\", revision: \"\") }"
                        .formatted(id));
        eventually(
                "the last attempt is acknowledged",
                () -> attempts.get() == ATTEMPTS
                        && isEmpty("deliveries WHERE event_key BETWEEN %d AND %d"));
    }

    private void readAllThereIs() {
        JsonObject read = database.execute(
                """
                { getOrder(id: %d) { orderId } getTimeline(id: %d) { event } getAllTestOrders(testId: 1) { orderId }
                  getTestProgress(testId: 1) { placed } getTestAudit(testId: 1) { orders } getBacklog { dead }
                  getConservation { accepted } getTroubles(limits: {placeMs: 1, stockMs: 1, markStockedMs: 1,
                    chooseTimeMs: 1, autoBookMs: 1, markBookedMs: 1, mailMs: 1}, most: 20) { kind }
                  getOpenPayments { open } getPayment(orderId: %d) { provider }
                  getLedger(orderId: %d) { account } getBalances { account } getSlotBookings(from: %d, to: %d) { booked }
                  getOrderOutcome(key: "key-1", email: "ana@example.com") { state }
                  findAcceptedOrder(idempotency: {key: "key-%d", requestHash: "%s"}) }""".formatted(id, id, id, id, SLOT_MS, SLOT_MS + 1, id, "a".repeat(64)));
        assertThat(read.getJsonArray("getTimeline")).hasSize(5);
        assertThat(read.getJsonArray("getSlotBookings")).hasSize(1);
        assertThat(read.getJsonArray("getLedger")).hasSize(2);
        assertThat(read.getLong("findAcceptedOrder")).isEqualTo(id);
        TestDatabase.await(database.health.ask("database"));
    }

    private void refuseABadRow() {
        long another = newNumber();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> openPayment(another, "x".repeat(61)));
    }

    private void giveAPaymentBack() {
        long another = newNumber();
        openPayment(another, "El Banco Blanco");
        database.execute("mutation { giveUpPayment(orderId: %d) }".formatted(another));
        database.execute("mutation { takeOverPayments(limit: 10) { orderId } }");
        database.execute("mutation { endPayment(orderId: %d) }".formatted(another));
        TestDatabase.await(new OldKeys(database.sql, Clock.systemUTC(), 24).forget());
    }

    private void giveACancelledOrdersMoneyBack() {
        long cancelled = newNumber();
        openPayment(cancelled, "El Banco Blanco");
        database.execute(Samples.settle(cancelled));
        database.execute(Samples.PLACE, Samples.placed(cancelled));
        database.execute(Samples.cancel(cancelled));
        database.execute(Samples.beginRefund(cancelled));
        database.execute(Samples.endRefund(cancelled, "null"));
        database.execute("{ getRefund(orderId: %d) { state } }".formatted(cancelled));
    }

    private void compareWithAParty() {
        database.execute("""
                mutation { noteComparison(party: "the stockist", agreed: [], differences: [
                  {orderId: %1$d, ours: "a", theirs: "b", advice: "c"}]) }""".formatted(id));
        database.execute("""
                { getOrdersToCompare(before: %d, limit: 1, restMs: 0) { orderId }
                  getPartyDifferences(most: 1) { orders { orderId } } }""".formatted(id + 1));
        database.execute("""
                mutation { noteComparison(party: "the stockist", agreed: [%1$d], differences: [])
                  goodsReturned(id: %1$d) }""".formatted(id));
    }

    private void settleAReservation() {
        database.execute("mutation { takeOverReservations(limit: 1000) { fence } }");
        database.execute("mutation { endReservation(orderId: %d, fence: 2, held: \"%d\") }"
                .formatted(id, SLOT_MS));
    }

    private void loseADispatch() {
        database.run("UPDATE events SET dispatch_at_ms = 1 WHERE event_key = " + (id * 16 + 1));
        eventually(
                "it is attempted again",
                () -> isEmpty(
                                "events WHERE dispatch_at_ms IS NOT NULL AND event_key BETWEEN %d AND %d")
                        && isEmpty("deliveries WHERE event_key BETWEEN %d AND %d"));
    }

    /** Two die, one fails again as canary, both are given back. */
    private void bringTheDeadBack() {
        answerStock(Outcome.failed("no plant", false));
        long dead = placeAnother();
        placeAnother();
        String cause = eventuallyDead(2);
        database.execute("{ getBacklog { dead } }");
        endOf(replayOne(dead));
        answerStock(Outcome.acknowledged());
        endOf(replayOne(dead));
        String place = database.execute(
                        "{ letters: getDeadLettersOf(cause: \"%s\") { place } }".formatted(cause))
                .getJsonArray("letters")
                .getJsonObject(0)
                .getString("place");
        database.execute("{ getDeadLettersOf(cause: \"%s\", after: \"%s\") { orderId } }"
                .formatted(cause, place));
        endOf(database.execute("mutation { id: replayDeadLetters(cause: \"%s\") }".formatted(cause))
                .getString("id"));
    }

    private static void answerStock(Outcome outcome) {
        database.publisher.answer = (target, event) ->
                target.equals("stock.request-goods") ? outcome : Outcome.acknowledged();
    }

    private static long placeAnother() {
        return database.execute(Samples.PLACE, Samples.placed(0).putNull("orderId"))
                .getJsonObject("placeOrder")
                .getLong("orderId");
    }

    /** Answers what they died of. */
    private static String eventuallyDead(long letters) {
        String ofTheCause = "deliveries WHERE cause_id IS NOT NULL AND last_error = 'no plant'";
        eventually(
                "they are dead",
                () -> database.count("SELECT COUNT(*) FROM " + ofTheCause) == letters);
        return database.text("SELECT MAX(cause_id) FROM " + ofTheCause);
    }

    private static String replayOne(long orderId) {
        return database.execute(
                        "mutation { id: replayDeadLetter(eventId: \"%s\", subscriber: \"stock.request-goods\") }"
                                .formatted(new EventKey(orderId * 16 + 1).eventId()))
                .getString("id");
    }

    private static void endOf(String replay) {
        String query = "{ getReplay(id: \"%s\") { verdict errors } getDeadLetters { cause } }"
                .formatted(replay);
        eventually(
                "the replay ends",
                () -> !database.execute(query)
                        .getJsonObject("getReplay")
                        .getString("verdict")
                        .equals("UNDER_WAY"));
    }

    private void serveACustomer() {
        String by = "by: {operator: \"Kim\", reason: \"a test\"}";
        database.execute("mutation { askForLinks(id: %d) }".formatted(id));
        String revision = database.text(
                "SELECT MAX(revision) FROM emails WHERE template = 'order-links' AND order_id = "
                        + id);
        database.execute("""
                mutation { keepEmail(email: {orderId: %d, template: "order-links", revision: "%s",
                  recipient: "a", subject: "b", text: "c", keepOnly: false}) }""".formatted(id, revision));
        database.execute("""
                mutation { correctContact(id: %d, contact: {name: "Ann", email: "ann@example.com", phone: "5550100",
                  street: "2 Fern St", city: "Portland"}, %s) { orderId } }""".formatted(id, by));
        database.execute(
                "{ getContact(id: %d) { email } getLinkGeneration(id: %d) getAskedMails(limit: 9) { orderId } getOperatorActions(orderId: %d) { action } }"
                        .formatted(id, id, id));
        database.execute("{ getContact(id: 1) { email } }");
    }

    /** As where the server is an embedded one, and a process was killed whose clock was ahead. */
    private void startAlone() {
        database.run("UPDATE events SET dispatch_at_ms = %d WHERE event_key = %d"
                .formatted(System.currentTimeMillis() + 3_600_000, id * 16 + 1));
        database.execute("{ getConservation { accepted } }");
        Journal journal = new Journal(
                database.vertx,
                database.sql,
                database.publisher,
                Clock.systemUTC(),
                JournalConfig.from(new Settings(List.of(), Map.of())),
                write -> Promise.<Boolean>promise().future(),
                () -> false);
        database.run(
                "INSERT INTO deliveries (event_key, target, attempts, next_attempt_at_ms, last_error, under_way)"
                        + " VALUES (%d, 'nobody', 1, 9000000000000, '', TRUE)".formatted(id * 16));
        TestDatabase.await(journal.claimAlone().mapEmpty());
        database.run("DELETE FROM deliveries WHERE target = 'nobody'");
        OrderEvent event = database.publisher.deliveries.getFirst().event().detail();
        journal.publish(Map.of(new EventKey(id * 16), EventEnvelope.of(event)));
        TestDatabase.await(journal.giveBack().mapEmpty());
        openPayment(newNumber(), "El Banco Blanco");
        TestDatabase.await(
                new DuePayments(database.sql, Clock.systemUTC()).endLeases().mapEmpty());
        TestDatabase.await(new MailClaims(database.sql).end().mapEmpty());
    }

    /** Another session holds the order's row for longer than a write waits for it. */
    private void meetALock() throws SQLException {
        try (Connection other = TestServer.connect(TestServer.shared());
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("SELECT status FROM orders WHERE order_id = %d FOR UPDATE".formatted(id));
            Future<JsonObject> waiting = database.client.execute(
                    new Operation(Samples.moveTo(id, "STOCKED")), new JsonObject());
            eventually(
                    "it waits aside",
                    () -> TestDatabase.await(database.health.ask("database"))
                            .containsKey("warning"));
            other.rollback();
            TestDatabase.await(waiting.otherwiseEmpty());
        }
    }

    /** The server answers nothing to that. */
    private static void leaveASession() {
        SqlConnection connection = TestDatabase.await(database.sql.getConnection());
        assertThatException()
                .isThrownBy(() -> TestDatabase.await(InTransaction.endSession(connection)));
    }

    private static long newNumber() {
        return database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
    }

    private static void openPayment(long orderId, String provider) {
        database.execute(
                Samples.OPEN_PAYMENT,
                Samples.payment(orderId, provider).put("idempotency", Samples.claim(orderId)));
    }

    private boolean isEmpty(String rowsOfTheOrder) {
        return database.count(
                        ("SELECT COUNT(*) FROM " + rowsOfTheOrder).formatted(id * 16, id * 16 + 15))
                == 0;
    }
}
