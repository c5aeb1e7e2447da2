package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.events.Outcome;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Orders that get lost on purpose, and what the audit says of them. */
class OrderAuditTest {

    private static final long HOUR = 3_600_000;
    private static final String FIGURES =
            "{ getConservation { accepted inFlight booked cancelled dead lost lostOrders } }";
    private static final String TROUBLES = """
            query ($limits: TroubleLimits!) {
              getTroubles(limits: $limits, most: 50) { kind total orders { orderId eventKey sinceMs } } }""";

    private static TestDatabase database;

    private long id;
    private JsonObject before = new JsonObject();

    @BeforeAll
    static void start() {
        JsonObject journal = new JsonObject().put("sweepIntervalMs", 20).put("retryBaseMs", 1);
        database = new TestDatabase(new JsonObject().put("journal", journal));
        for (String table : List.of("orders", "events", "deliveries", "emails", "ledger")) {
            database.run("DELETE FROM " + table);
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void anOrder() {
        database.publisher.answer = (target, event) -> Outcome.acknowledged();
        before = figures();
        id = database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
        database.execute(Samples.ACCEPT, new JsonObject().put("order", Samples.accepted(id)));
    }

    @Test
    void findsAnOrderWithoutARow() {
        settled();

        assertThat(more("accepted")).isEqualTo(1);
        assertThat(more("lost")).isEqualTo(1);
        assertThat(figures().getJsonArray("lostOrders")).isNotEmpty();
        assertThat(eventOf("LOST")).isEqualTo(id * 16);
        place();
        assertThat(more("lost")).isZero();
        assertAddsUp();
    }

    @Test
    void countsAnOrderThatIsOnItsWay() {
        database.publisher.hold("stock.request-goods");
        place();

        assertThat(more("accepted")).isEqualTo(1);
        assertThat(more("inFlight")).isEqualTo(1);
        assertAddsUp();
        database.publisher.release();
        settled();
    }

    @Test
    void countsAnOrderThatWaitsForTheStockistAsInFlight() {
        place();
        settled();

        assertThat(more("inFlight")).isEqualTo(1);
        assertAddsUp();
        assertThat(eventOf("LOST")).isZero();
        assertThat(eventOf("STUCK")).isZero();
    }

    @Test
    void findsAnOrderWhoseStockistWasNeverAsked() {
        database.execute(Samples.PLACE, Samples.placed(id));
        settled();

        assertThat(more("lost")).isEqualTo(1);
        assertThat(eventOf("LOST")).isEqualTo(id * 16 + 1);
        awaitGoods();
        assertThat(more("lost")).isZero();
    }

    @Test
    void findsAnOrderThatTheStockistForgot() {
        place();
        settled();
        database.run("UPDATE events SET occurred_at_ms = 1 WHERE event_key = " + (id * 16 + 1));

        assertThat(eventOf("STUCK")).isEqualTo(id * 16 + 1);
    }

    @Test
    void knowsWhichOrdersWaitForTheirCustomer() {
        place();
        database.execute("mutation { recordStock(id: %d) { orderId } }".formatted(id));
        database.execute(Samples.moveTo(id, "STOCKED"));
        settled();

        assertThat(waiting(0, Long.MAX_VALUE, id - 1)).isEqualTo(List.of(id));
        assertThat(waiting(0, Long.MAX_VALUE, id)).as("above").isEmpty();
        assertThat(waiting(0, 1, id - 1)).as("until then").isEmpty();
        database.execute(Samples.book(id, System.currentTimeMillis() + HOUR, "null"));
        settled();
        assertThat(waiting(0, Long.MAX_VALUE, id - 1)).as("chosen").isEmpty();
    }

    private static List<Long> waiting(long from, long until, long after) {
        JsonArray orders = database.execute(
                        "{ getWaitingOrders(from: %d, until: %d, after: %d, limit: 9) { orderId sinceMs } }"
                                .formatted(from, until, after))
                .getJsonArray("getWaitingOrders");
        return orders.stream()
                .map(order -> ((JsonObject) order).getLong("orderId"))
                .toList();
    }

    @Test
    void findsAnOrderWhoseStatusDidNotFollow() {
        place();
        database.execute("mutation { recordStock(id: %d) { orderId } }".formatted(id));
        settled();

        assertThat(more("lost")).isEqualTo(1);
        assertThat(eventOf("LOST")).isEqualTo(id * 16 + 2);
        database.execute(Samples.moveTo(id, "STOCKED"));
        settled();
        assertThat(more("lost")).as("now it's the customer's turn").isZero();
        assertThat(more("inFlight")).isEqualTo(1);
    }

    @Test
    void countsABookedOrderOnce() {
        book();
        settled();
        assertThat(eventOf("LOST"))
                .as("booked, but its status says STOCKED")
                .isEqualTo(id * 16 + 4);

        database.execute(Samples.moveTo(id, "DELIVERY_BOOKED"));
        assertThat(more("booked")).isEqualTo(1);
        assertThat(more("lost")).isZero();
        assertAddsUp();
    }

    @Test
    void findsARowThatTheJournalKnowsNothingOf() {
        place();
        settled();
        database.run("DELETE FROM events WHERE event_key BETWEEN %d AND %d"
                .formatted(id * 16, id * 16 + 15));

        assertThat(has("LOST")).isTrue();
        JsonObject figures = figures();
        assertThat(sum(figures) - figures.getLong("accepted")).isEqualTo(1);
        database.run("DELETE FROM orders WHERE order_id = " + id);
        assertAddsUp();
    }

    @Test
    void countsAnOrderAsDeadWhoseNextStepWasGivenUp() {
        database.publisher.answer = (target, event) -> target.equals("stock.request-goods")
                ? Outcome.failed("no such plant", false)
                : Outcome.acknowledged();
        place();
        settled();

        assertThat(more("dead")).isEqualTo(1);
        assertAddsUp();
        database.run("DELETE FROM deliveries");
    }

    @Test
    void aMailThatWasGivenUpLeavesTheOrderAlive() {
        database.publisher.answer = (target, event) -> target.startsWith("email.")
                ? Outcome.failed("no such mailbox", false)
                : Outcome.acknowledged();
        book();
        settled();
        database.execute(Samples.moveTo(id, "DELIVERY_BOOKED"));

        assertThat(more("dead")).isZero();
        assertAddsUp();
        database.run("DELETE FROM deliveries");
    }

    @Test
    void findsAMailThatWasNeverWritten() {
        settled();
        assertThat(eventOf("MAIL_MISSING")).isEqualTo(id * 16);

        keepMail();
        assertThat(eventOf("MAIL_MISSING")).isZero();
        place();
    }

    @Test
    void countsACancelledOrderAndMissesItsMail() {
        place();
        keepMail();
        database.execute("mutation { cancelOrder(id: %d) { status } }".formatted(id));
        settled();

        assertThat(more("cancelled")).isEqualTo(1);
        assertAddsUp();
        assertThat(eventOf("MAIL_MISSING")).isEqualTo(id * 16 + 15);
        keepMail("order-cancelled");
        assertThat(eventOf("MAIL_MISSING")).isZero();
    }

    @Test
    void findsAMailThatNobodyTook() {
        keepMail();
        settled();
        assertThat(eventOf("MAIL_UNSENT")).as("it's young").isZero();

        database.run("UPDATE emails SET kept_at_ms = 1 WHERE order_id = " + id);
        assertThat(eventOf("MAIL_UNSENT")).isEqualTo(id * 16);
        database.execute(
                "mutation { markEmailSent(orderId: %d, template: \"order-received\", revision: \"\") }"
                        .formatted(id));
        assertThat(eventOf("MAIL_UNSENT")).isZero();
    }

    @Test
    void findsASaleThatIsNotInTheBooks() {
        place();
        settled();
        assertThat(eventOf("SALE_MISSING")).isEqualTo(id * 16 + 1);

        database.execute("mutation { bookSale(orderId: %d, totalPrice: 30000) }".formatted(id));
        assertThat(eventOf("SALE_MISSING")).isZero();
        database.run("UPDATE ledger SET amount_cents = 1 WHERE order_id = " + id);
        assertThat(has("SALE_DIFFERS")).isTrue();
        database.run("UPDATE ledger SET amount_cents = 30000 WHERE order_id = " + id);
    }

    @Test
    void dispatchesAnEventAgain() {
        settled();
        long times = database.publisher.times("order.place-order", id);

        database.execute("mutation { dispatchAgain(eventKey: %d) }".formatted(id * 16));
        eventually(
                "it is published once more",
                () -> database.publisher.times("order.place-order", id) >= times + 1);
        settled();
    }

    /** And its stockist says that the goods come later. */
    private void place() {
        database.execute(Samples.PLACE, Samples.placed(id));
        awaitGoods();
    }

    private void book() {
        place();
        database.execute("mutation { recordStock(id: %d) { orderId } }".formatted(id));
        database.execute(Samples.moveTo(id, "STOCKED"));
        database.execute(Samples.book(id, System.currentTimeMillis() + HOUR, "null"));
    }

    private void awaitGoods() {
        database.execute("mutation { awaitGoods(id: %d) { orderId } }".formatted(id));
    }

    private void keepMail() {
        keepMail("order-received");
    }

    private void keepMail(String template) {
        database.execute("""
                mutation { keepEmail(email: {orderId: %d, template: "%s", revision: "",
                  recipient: "a", subject: "b", text: "c", keepOnly: false}) }""".formatted(id, template));
    }

    private void settled() {
        eventually(
                "the journal is done with it",
                () -> database.count("""
                        SELECT COUNT(*) FROM events WHERE dispatch_at_ms IS NOT NULL AND event_key BETWEEN %d AND %d""".formatted(id * 16, id * 16 + 15)) == 0);
    }

    private long more(String figure) {
        return figures().getLong(figure) - before.getLong(figure);
    }

    private static void assertAddsUp() {
        JsonObject figures = figures();
        assertThat(figures.getLong("accepted")).as(figures.encode()).isEqualTo(sum(figures));
    }

    private static long sum(JsonObject figures) {
        return List.of("inFlight", "booked", "cancelled", "dead", "lost").stream()
                .mapToLong(figures::getLong)
                .sum();
    }

    private static JsonObject figures() {
        return database.execute(FIGURES).getJsonObject("getConservation");
    }

    private boolean has(String kind) {
        return troubles(kind).stream()
                .map(JsonObject.class::cast)
                .anyMatch(trouble -> trouble.getLong("orderId") == id);
    }

    /** The event that mends this order's trouble; 0 when it isn't in any. */
    private long eventOf(String kind) {
        return troubles(kind).stream()
                .map(JsonObject.class::cast)
                .filter(trouble -> trouble.getLong("orderId") == id)
                .mapToLong(trouble -> trouble.getLong("eventKey"))
                .findFirst()
                .orElse(0);
    }

    private static JsonArray troubles(String kind) {
        JsonObject limits = new JsonObject();
        List.of("place", "stock", "markStocked", "chooseTime", "autoBook", "markBooked", "mail")
                .forEach(stage -> limits.put(stage + "Ms", HOUR));
        return database
                .execute(TROUBLES, new JsonObject().put("limits", limits))
                .getJsonArray("getTroubles")
                .stream()
                .map(JsonObject.class::cast)
                .filter(report -> report.getString("kind").equals(kind))
                .map(report -> report.getJsonArray("orders"))
                .findFirst()
                .orElseGet(JsonArray::new);
    }
}
