package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.List;

/** What the GraphQL API promises about one order, on a real server. */
class JourneyInTheDatabaseTest {

    /** The server keeps its data from one run to the next, so each run has slots of its own. */
    private static final long SLOT_MS = System.currentTimeMillis() + 1_000_000_000_000L;

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
        id = database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
    }

    @Test
    void takesAnOrderThroughAllFiveEvents() {
        accept();
        place();
        database.execute("mutation { recordStock(id: %d) { orderId } }".formatted(id));
        database.execute(Samples.moveTo(id, "STOCKED"));
        database.execute(Samples.book(id, SLOT_MS, "5"));
        database.execute(Samples.moveTo(id, "DELIVERY_BOOKED"));

        assertThat(timeline())
                .containsExactly(
                        "OrderCreated",
                        "OrderPlaced",
                        "StockCreated",
                        "OrderDeliverable",
                        "DeliveryBooked");
        JsonObject order = database.execute("""
                { getOrder(id: %d) { customerName status deliveryTime totalPrice deliveryDate { deliveryDate } } }""".formatted(id)).getJsonObject("getOrder");
        assertThat(order.getString("customerName")).isEqualTo("Ana Niño 🌵");
        assertThat(order.getString("status")).isEqualTo("DELIVERY_BOOKED");
        assertThat(order.getString("deliveryTime")).isEqualTo("" + SLOT_MS);
        eventually("all events are dispatched", () -> undispatched() == 0);
        assertThat(database.publisher.times("stock.request-goods", id)).isEqualTo(1);
        assertThat(database.publisher.times("delivery.auto-book", id)).isZero();
    }

    @Test
    void changesNothingWhenASameStepComesTwice() {
        for (int time = 0; time < 2; time++) {
            accept();
            place();
            database.execute("mutation { recordStock(id: %d) { orderId } }".formatted(id));
            database.execute(Samples.moveTo(id, "STOCKED"));
            database.execute(Samples.book(id, SLOT_MS, "5"));
            database.execute(Samples.moveTo(id, "DELIVERY_BOOKED"));
            database.execute("mutation { bookSale(orderId: %d, totalPrice: 30000) }".formatted(id));
        }
        assertThat(timeline()).hasSize(5);
        assertThat(database.count("SELECT COUNT(*) FROM ledger WHERE order_id = " + id))
                .isEqualTo(1);
        eventually("all events are dispatched", () -> undispatched() == 0);
        assertThat(database.publisher.times("order.mark-delivery-booked", id)).isEqualTo(1);
    }

    @Test
    void neverMovesAStatusBack() {
        accept();
        place();
        database.execute(Samples.moveTo(id, "STOCKED"));
        database.execute(Samples.book(id, SLOT_MS, "5"));
        database.execute(Samples.moveTo(id, "DELIVERY_BOOKED"));
        JsonObject late = database.execute(Samples.moveTo(id, "STOCKED"));
        assertThat(late.getJsonObject("updateOrderStatus").getString("status"))
                .isEqualTo("DELIVERY_BOOKED");
    }

    @Test
    void refusesAStepBeforeItsTime() {
        refused(Kind.NOT_FOUND, Samples.moveTo(id, "STOCKED"));
        accept();
        place();
        refused(Kind.CONFLICT, Samples.book(id, SLOT_MS, "5"));
        refused(Kind.CONFLICT, Samples.moveTo(id, "DELIVERY_BOOKED"));
        refused(Kind.INVALID, Samples.moveTo(id, "PLACED"));
        refused(Kind.INVALID, Samples.moveTo(id, "CANCELLED"));
        refused(
                Kind.INVALID,
                "mutation { bookSale(orderId: %d, totalPrice: 29999) }".formatted(id));
        assertThat(timeline()).containsExactly("OrderCreated", "OrderPlaced");
    }

    @Test
    void allowsOneChangeOfADeliveryTime() {
        stocked();
        database.execute(Samples.book(id, SLOT_MS + 1, "5"));
        database.execute(Samples.book(id, SLOT_MS + 2, "5"));
        refused(Kind.CONFLICT, Samples.book(id, SLOT_MS + 3, "5"));
        database.execute(Samples.book(id, SLOT_MS + 2, "5"));
        assertThat(timeline()).endsWith("OrderDeliverable", "DeliveryBooked", "DeliveryBooked");
        assertThat(booked(SLOT_MS + 1)).isZero();
        assertThat(booked(SLOT_MS + 2)).isEqualTo(1);
    }

    @Test
    void neverGivesAwayMorePlacesThanASlotHas() {
        stocked();
        database.execute(Samples.book(id, SLOT_MS + 10, "1"));
        allocateANumber();
        stocked();
        refused(Kind.CONFLICT, Samples.book(id, SLOT_MS + 10, "1"));
        assertThat(booked(SLOT_MS + 10)).isEqualTo(1);
    }

    @Test
    void givesTheFirstAnswerUnderAnIdempotencyKey() {
        JsonObject claim =
                new JsonObject().put("key", "key-" + id).put("requestHash", "a".repeat(64));
        long first = accept(Samples.accepted(id), claim);
        long another = database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
        assertThat(accept(Samples.accepted(another), claim)).isEqualTo(first);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> accept(
                        Samples.accepted(another), claim.copy().put("requestHash", "b".repeat(64))))
                .matches(refusal -> refusal.problem().kind() == Kind.ORDER_EXISTS);
        assertThat(database.count("SELECT COUNT(*) FROM events WHERE event_key = " + another * 16))
                .isZero();
    }

    @Test
    void keepsOrganizationNumbersOfTwentyDigitsAndLiteralIdsInQueries() {
        BigInteger orgNumber = new BigInteger("99999999999999999999");
        accept();
        JsonObject placed = database.execute(
                        Samples.PLACE, Samples.placed(id).put("orgNumber", orgNumber))
                .getJsonObject("placeOrder");
        assertThat(placed.getValue("orgNumber")).isEqualTo(orgNumber);
        JsonObject read = database.execute("{ getOrder(id: %d) { orgNumber } }".formatted(id));
        assertThat(read.getJsonObject("getOrder").getValue("orgNumber")).isEqualTo(orgNumber);
    }

    @Test
    void keepsAMailOnceAndNoneForAnOrderThatNobodyKnows() {
        String keep = """
                mutation { keepEmail(email: {orderId: %d, template: "order-received", revision: "",
                  recipient: "a", subject: "b", text: "c", keepOnly: false}) }""".formatted(id);
        refused(Kind.NOT_FOUND, keep);
        accept();
        assertThat(database.execute(keep).getString("keepEmail")).isEqualTo("TO_SEND");
        database.execute(
                "mutation { markEmailSent(orderId: %d, template: \"order-received\", revision: \"\") }"
                        .formatted(id));
        assertThat(database.execute(keep).getString("keepEmail")).isEqualTo("SENT");
        assertThat(database.count("SELECT COUNT(*) FROM emails WHERE order_id = " + id))
                .isEqualTo(1);
    }

    @Test
    void guardsTheNumbersThatCustomersWillBeGiven() {
        JsonObject byHand = Samples.placed(id);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> database.execute(Samples.PLACE, byHand))
                .matches(refusal -> refusal.problem().kind() == Kind.INVALID);
        long small = id % 90_000_000 + 1;
        database.execute(Samples.PLACE, Samples.placed(small));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> database.execute(
                        Samples.PLACE, Samples.placed(small).put("name", "Someone else")))
                .matches(refusal -> refusal.problem().kind() == Kind.CONFLICT);
    }

    private void accept() {
        accept(Samples.accepted(id), null);
    }

    private static long accept(JsonObject order, @Nullable JsonObject claim) {
        return database.execute(
                        Samples.ACCEPT,
                        new JsonObject().put("order", order).put("idempotency", claim))
                .getJsonObject("acceptOrder")
                .getLong("orderId");
    }

    private void place() {
        database.execute(Samples.PLACE, Samples.placed(id));
    }

    private void stocked() {
        accept();
        place();
        database.execute(Samples.moveTo(id, "STOCKED"));
    }

    private static void refused(Kind kind, String document) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> database.execute(document))
                .matches(refusal -> refusal.problem().kind() == kind, "is " + kind);
    }

    private List<String> timeline() {
        return database.timeline(id);
    }

    private long undispatched() {
        return database.count(
                "SELECT COUNT(*) FROM events WHERE dispatch_at_ms IS NOT NULL AND event_key BETWEEN "
                        + id * 16 + " AND " + (id * 16 + 15));
    }

    private static long booked(long slotMs) {
        return database.count(
                "SELECT COALESCE(SUM(booked), 0) FROM delivery_slots WHERE slot_ms = " + slotMs);
    }
}
