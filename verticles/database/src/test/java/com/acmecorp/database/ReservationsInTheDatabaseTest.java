package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Current;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Of all who want to change what the delivery partner holds for an order, one at a time may, on a real server. */
class ReservationsInTheDatabaseTest {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    private static final String CLAIM = """
            mutation Claim($orderId: Long!, $choice: DeliveryChoice, $holder: Long!) {
              claimReservation(orderId: $orderId, choice: $choice, holder: $holder, leaseMs: 60000) {
                fence inherited order { orderId deliveryTime }
              }
            }""";
    private static final String BOOK = """
            mutation Book($data: DeliveryData!) { addDeliveryDataToOrder(deliveryData: $data) }""";

    private static TestDatabase database;
    private long id;
    private long slot;
    private int buyers;

    @BeforeAll
    static void start() {
        database = new TestDatabase(new JsonObject());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void anOrderWhosePlantsHaveCome() {
        id = database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
        database.execute(Samples.ACCEPT, JsonObject.of("order", Samples.accepted(id)));
        database.execute(Samples.PLACE, Samples.placed(id));
        database.execute(Samples.moveTo(id, "STOCKED"));
        slot = System.currentTimeMillis() + 48 * HOUR_MS + id % 1_000_000;
    }

    @Test
    void oneOfManyGetsTheClaimAndTheOthersAreToldToWait() {
        List<Future<JsonObject>> answers = new ArrayList<>();
        for (int holder = 1; holder <= 20; holder++) {
            answers.add(database.client.execute(
                    new Operation(CLAIM), claiming(holder, choice(slot + holder))));
        }
        assertThat(TestDatabase.await(Future.join(answers).map(true).otherwise(false)))
                .isFalse();

        assertThat(answers.stream().filter(Future::succeeded)).hasSize(1);
        assertThat(answers.stream()
                        .filter(Future::failed)
                        .map(answer ->
                                ((ProblemException) answer.cause()).problem().kind())
                        .distinct())
                .containsExactly(Kind.IN_PROGRESS);
    }

    @Test
    void theSameHolderGetsTheSameClaimAgain() {
        JsonObject first = claim(7, choice(slot));

        assertThat(claim(7, choice(slot))).isEqualTo(first);
        assertThat(first.getLong("fence")).isEqualTo(1);
        assertThat(first.getBoolean("inherited")).isFalse();
    }

    @Test
    void theBookingDemandsItsClaimAndEndsIt() {
        assertThat(problem(() -> book(slot, 1)).kind()).isEqualTo(Kind.IN_PROGRESS);
        long fence = claim(7, choice(slot)).getLong("fence");

        book(slot, fence);
        book(slot, fence);

        assertThat(isOpen()).isFalse();
        assertThat(database.timeline(id)).endsWith("DeliveryBooked").hasSize(4);
        assertThat(claim(8, choice(slot)).getLong("fence"))
                .as("it has this booking")
                .isZero();
        assertThat(claim(9, choice(slot + 1)).getLong("fence")).isEqualTo(fence + 1);
    }

    @Test
    void whoHadItsTimeIsShutOut() {
        long fence = claim(7, choice(slot)).getLong("fence");
        assertThat(takeOver()).as("not due yet").isZero();
        makeDue();

        assertThat(takeOver()).isEqualTo(fence + 1);
        assertThat(problem(() -> book(slot, fence)).kind()).isEqualTo(Kind.IN_PROGRESS);
        assertThat(end(fence, "none")).isFalse();
        assertThat(problem(() -> claim(8, choice(slot))).kind()).isEqualTo(Kind.IN_PROGRESS);

        assertThat(end(fence + 1, "none")).isTrue();
        assertThat(isOpen()).isFalse();
    }

    @Test
    void anotherInheritsWhatIsDue() {
        claim(7, choice(slot));
        makeDue();

        assertThat(claim(8, choice(slot + 1)))
                .contains(Map.entry("inherited", true), Map.entry("fence", 2L));
    }

    @Test
    void aClaimEndsOnlyWhereThePartnerHoldsWhatIsBooked() {
        long fence = claim(7, null).getLong("fence");
        database.execute(
                Samples.book(id, slot, "5").replace("deliveryTime:", "fence: 0, deliveryTime:"));

        assertThat(end(fence, "none")).isFalse();
        assertThat(end(fence, String.valueOf(slot + 1))).isFalse();
        assertThat(isOpen()).isTrue();
        assertThat(end(fence, String.valueOf(slot))).isTrue();
        assertThat(end(fence, String.valueOf(slot))).as("again").isTrue();
        assertThat(isOpen()).isFalse();
    }

    @Test
    void thePartnerHoldsNothingForACancelledOrder() {
        database.execute(Samples.cancel(id));
        long fence = claim(7, null).getLong("fence");

        assertThat(end(fence, String.valueOf(slot))).isFalse();
        assertThat(end(fence, "none")).isTrue();
        assertThat(problem(() -> claim(8, choice(slot))).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void aBookingOfWhichThePartnerWasNotToldIsDueAtOnce() {
        database.execute(Samples.book(id, slot, "5"));

        assertThat(takeOver()).isEqualTo(2);
        assertThat(end(2, String.valueOf(slot))).isTrue();
    }

    @Test
    void aPageThatIsOutOfDateIsToldHowThingsAre() {
        JsonObject stale = choice(slot).put("expectedTime", String.valueOf(slot + 1));
        assertThat(problem(() -> claim(7, stale)).current()).isEqualTo(new Current(null));
        long fence = claim(7, choice(slot).put("expectedTime", "none")).getLong("fence");
        book(slot, fence);

        Problem refusal = problem(() -> claim(8, choice(slot + 1).put("expectedTime", "none")));

        assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refusal.current()).isEqualTo(new Current(String.valueOf(slot)));
        assertThat(claim(9, choice(slot + 1).put("expectedTime", String.valueOf(slot)))
                        .getLong("fence"))
                .isEqualTo(fence + 1);
    }

    @Test
    void aDeliveryThatIsNearCanBeChangedByOperatorsOnly() {
        long near = System.currentTimeMillis() + HOUR_MS;
        book(near, claim(7, choice(near)).getLong("fence"));

        assertThat(problem(() -> claim(8, choice(slot))).detail()).contains("24 hours");
        assertThat(claim(9, choice(slot).put("override", true)).getLong("fence"))
                .isEqualTo(2);
    }

    @Test
    void nobodyBooksATimeThatHasBegun() {
        long begun = System.currentTimeMillis() - 1;

        assertThat(problem(() -> claim(7, choice(begun))).detail()).contains("has begun");
    }

    @Test
    void whatIsUnsettledAfterThreeAttemptsIsATrouble() {
        claim(7, choice(slot));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(unsettled()).doesNotContain(id);
            makeDue();
            takeOver();
        }

        assertThat(unsettled()).contains(id);
        database.run("UPDATE delivery_reservations SET due_at_ms = NULL WHERE order_id = " + id);
    }

    @Test
    void whoHasNotPaidHasFewDeliveriesToCome() {
        String buyer = buyer();
        long booked = id;
        bookUnpaid(buyer, 2, claim(7, unpaid(buyer, 2)).getLong("fence"));
        anOrderWhosePlantsHaveCome();
        claim(7, unpaid(buyer, 2));
        anOrderWhosePlantsHaveCome();

        assertThat(problem(() -> claim(7, unpaid(buyer, 2))).kind()).isEqualTo(Kind.INVALID);
        assertThat(problem(() -> claim(7, unpaid("x", 2))).kind()).isEqualTo(Kind.INVALID);
        assertThat(claim(7, unpaid(buyer(), 2)).getLong("fence")).isEqualTo(1);
        id = booked;
        assertThat(claim(7, unpaid(buyer, 2).put("deliveryTime", String.valueOf(slot + 1)))
                        .getLong("fence"))
                .as("their change of an order that counts already")
                .isEqualTo(2);
    }

    @Test
    void whoHasNotPaidMayBookAgainWhenADeliveryIsCancelled() {
        String buyer = buyer();
        bookUnpaid(buyer, 1, claim(7, unpaid(buyer, 1)).getLong("fence"));
        database.execute(
                "mutation { cancelOrder(id: %d, by: {operator: \"Kim\", reason: \"a test\"}) { status } }"
                        .formatted(id));
        anOrderWhosePlantsHaveCome();

        assertThat(claim(7, unpaid(buyer, 1)).getLong("fence")).isEqualTo(1);
    }

    /** Two claims at the same time may not see each other. */
    @Test
    void theBookingCountsWhatWasClaimedMeanwhile() {
        String buyer = buyer();
        claim(7, unpaid(buyer, 2));
        anOrderWhosePlantsHaveCome();
        long fence = claim(7, unpaid(buyer, 2)).getLong("fence");

        assertThat(problem(() -> bookUnpaid(buyer, 1, fence)).detail()).contains("(1)");
    }

    private String buyer() {
        return "%032d".formatted(id * 10 + buyers++);
    }

    private JsonObject unpaid(String buyer, int most) {
        return choice(slot).put("unpaid", JsonObject.of("keys", List.of(buyer), "most", most));
    }

    private void bookUnpaid(String buyer, int most, long fence) {
        JsonObject data = unpaid(buyer, most).put("orderId", id).put("fence", fence);
        database.execute(BOOK, JsonObject.of("data", data));
    }

    private static List<Long> unsettled() {
        return database.execute("""
                        { getTroubles(limits: {placeMs: 1, stockMs: 1, markStockedMs: 1, chooseTimeMs: 1, autoBookMs: 1,
                            markBookedMs: 1, mailMs: 1}, most: 1000) { kind orders { orderId } } }""").getJsonArray("getTroubles").stream()
                .map(JsonObject.class::cast)
                .filter(report -> report.getString("kind").equals("RESERVATION_UNSETTLED"))
                .flatMap(report -> report.getJsonArray("orders").stream())
                .map(order -> ((JsonObject) order).getLong("orderId"))
                .toList();
    }

    private static JsonObject choice(long time) {
        return JsonObject.of(
                "deliveryTime", String.valueOf(time), "capacity", 50, "changeCutoffHours", 24);
    }

    private JsonObject claiming(long holder, @Nullable JsonObject choice) {
        return JsonObject.of("orderId", id, "choice", choice, "holder", holder);
    }

    private JsonObject claim(long holder, @Nullable JsonObject choice) {
        return database.execute(CLAIM, claiming(holder, choice)).getJsonObject("claimReservation");
    }

    private void book(long time, long fence) {
        JsonObject data = choice(time).put("orderId", id).put("fence", fence);
        database.execute(BOOK, JsonObject.of("data", data));
    }

    private boolean end(long fence, String held) {
        return database.execute("mutation { endReservation(orderId: %d, fence: %d, held: \"%s\") }"
                        .formatted(id, fence, held))
                .getBoolean("endReservation");
    }

    /** The fence under which this test's order was taken over; 0: it wasn't. */
    private long takeOver() {
        return database
                .execute(
                        "mutation { takeOverReservations(limit: 1000) { orderId fence attempts } }")
                .getJsonArray("takeOverReservations")
                .stream()
                .map(JsonObject.class::cast)
                .filter(claim -> claim.getLong("orderId") == id)
                .mapToLong(claim -> claim.getLong("fence"))
                .findFirst()
                .orElse(0);
    }

    private void makeDue() {
        database.run(
                "UPDATE delivery_reservations SET due_at_ms = due_at_ms - 1000000 WHERE order_id = "
                        + id);
    }

    private boolean isOpen() {
        return database.count(
                        "SELECT COUNT(*) FROM delivery_reservations WHERE due_at_ms IS NOT NULL AND order_id = "
                                + id)
                == 1;
    }

    private static Problem problem(ThrowingCallable refused) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, refused);
        assertThat(refusal).isNotNull();
        return refusal.problem();
    }
}
