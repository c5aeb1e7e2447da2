package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.Customer.Link;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Orders that are lost on purpose, with the settings that everybody has: noticed, mended and told of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class LostOrderTest {

    private static final String SOMEONE = "night-shift@acme.example";
    private static final String FIGURES =
            "{ getConservation { accepted inFlight booked cancelled dead lost } }";

    private final SideDoor sideDoor;
    private final OpenShop shop;

    LostOrderTest(@TempDir(factory = WithDatabase.class) Path data) {
        int databasePort = Ports.free().back();
        sideDoor = new SideDoor(data, databasePort);
        shop = new OpenShop(
                data,
                Map.of(
                        "database.embeddedPort",
                        String.valueOf(databasePort),
                        "operations.alertMail",
                        SOMEONE));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void anOrderWhoseDispatchWasDeletedArrivesAndSomeoneIsTold() throws Exception {
        long id = acceptWithoutDispatch(bookedOrder());

        awaitStatus(id, "DELIVERY_BOOKED");
        assertSomeoneIsToldOf(id);
        assertAddsUp();
    }

    @Test
    void anOrderWhoseStatusDidNotFollowArrives() throws Exception {
        long id = bookedOrder();
        sideDoor.run(
                "UPDATE orders SET status = 'STOCKED', delivery_booked_at_ms = NULL WHERE order_id = ?",
                id);

        awaitStatus(id, "DELIVERY_BOOKED");
        assertSomeoneIsToldOf(id);
    }

    @Test
    void aSaleAndMailsThatAreGoneAreWrittenAgain() throws Exception {
        long id = bookedOrder();
        sideDoor.run("DELETE FROM ledger WHERE order_id = ?", id);
        sideDoor.run("DELETE FROM ledger_lines WHERE order_id = ?", id);
        sideDoor.run("DELETE FROM emails WHERE order_id = ?", id);

        await(
                () -> sideDoor.text(
                        "SELECT CONCAT((SELECT COUNT(*) FROM ledger WHERE order_id = ?), ' ',"
                                + " (SELECT COUNT(*) FROM emails WHERE order_id = ?))",
                        id,
                        id),
                "1 3"::equals);
    }

    @Test
    void noOrderIsMissedNorCountedTwiceWhileManyAreOnTheirWay() throws Exception {
        Thread load = Thread.ofVirtual().start(this::placeMany);
        int looks = 0;
        while (load.isAlive()) {
            assertAddsUp();
            looks++;
        }
        assertThat(looks).isGreaterThan(5);
    }

    private void placeMany() {
        assertThat(Main.execute(
                        "load",
                        "--api=" + shop.address(),
                        "--database=" + shop.database(),
                        "--orders=600",
                        "--warmup=10",
                        "--concurrency=32"))
                .isZero();
    }

    private void assertAddsUp() {
        JsonObject figures = query(FIGURES).getJsonObject("getConservation");
        long sum = List.of("inFlight", "booked", "cancelled", "dead", "lost").stream()
                .mapToLong(figures::getLong)
                .sum();
        assertThat(figures.getLong("accepted")).as(figures.encode()).isEqualTo(sum);
    }

    private long bookedOrder() throws Exception {
        JsonObject receipt = shop.customer()
                .post(
                        "/createOrder",
                        new JsonObject()
                                .put("name", "Ann O'Neill")
                                .put("email", "ann@example.com")
                                .put("phone", "321321321")
                                .put("street", "Thisway 1")
                                .put("city", "Thatplace")
                                .put("customerType", "B2C")
                                .put("market", "US")
                                .put("products", "BB001")
                                .put("totalPrice", 15_000)
                                .put("testId", 77));
        Link tracking = Link.of(receipt.getString("trackingUrl"));
        awaitStatus(tracking.orderId(), "DELIVERY_BOOKED");
        return tracking.orderId();
    }

    /** Another order like that one, as if the row's dispatch had been deleted before anybody had it. */
    private long acceptWithoutDispatch(long model) throws Exception {
        long id = query("mutation { allocateOrderIds(count: 1) }").getLong("allocateOrderIds");
        EventKey key = EventKey.of(new OrderId(id), EventType.ORDER_CREATED);
        EventKey modelKey = EventKey.of(new OrderId(model), EventType.ORDER_CREATED);
        String detail = sideDoor.text(
                        "SELECT detail FROM events WHERE event_key = ?", modelKey.value())
                .replace(String.valueOf(model), String.valueOf(id))
                .replace(modelKey.eventId().toString(), key.eventId().toString());
        sideDoor.run(
                "INSERT INTO events (event_key, type, detail, occurred_at_ms, dispatch_at_ms) VALUES (?, ?, ?, ?, NULL)",
                key.value(),
                EventType.ORDER_CREATED.wireName(),
                detail,
                System.currentTimeMillis());
        return id;
    }

    /** That it is lost, and that it isn't any more. */
    private void assertSomeoneIsToldOf(long id) {
        JsonObject raised = mailAfter(0);
        while (!raised.getString("subject").equals("ALERT: orders are lost")
                || !raised.getString("text").contains(String.valueOf(id))) {
            raised = mailAfter(raised.getLong("id"));
        }
        JsonObject resolved = mailAfter(raised.getLong("id"));
        while (!resolved.getString("subject").equals("RESOLVED: orders are lost")) {
            resolved = mailAfter(resolved.getLong("id"));
        }
    }

    /** The test fails when none comes. */
    private JsonObject mailAfter(long id) {
        return shop.staff().get("/dev/mail?to=%s&wait=20s&after=%d".formatted(SOMEONE, id));
    }

    private void awaitStatus(long id, String status) throws Exception {
        await(
                () -> sideDoor.text(
                        "SELECT COALESCE(MAX(status), 'missing') FROM orders WHERE order_id = ?",
                        id),
                status::equals);
    }

    private JsonObject query(String document) {
        return shop.staff()
                .post("/database", new JsonObject().put("query", document))
                .getJsonObject("data");
    }

    /** Something that is asked of the database. */
    private interface Question {
        String ask() throws Exception;
    }

    private static void await(Question question, Predicate<String> isHopedFor) throws Exception {
        long deadline = System.nanoTime() + 40_000_000_000L;
        String answer = question.ask();
        while (!isHopedFor.test(answer)) {
            assertThat(System.nanoTime()).as("it is still " + answer).isLessThan(deadline);
            answer = question.ask();
        }
    }
}
