package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Place;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestClock;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class BookDeliveryTest {

    private static final OrderId ID = new OrderId(86_757);
    private static final DeliveryTime PAST = DeliveryTime.parse("1000");
    private static final DeliveryTime TUESDAY = DeliveryTime.parse("1795510800000");
    private static final DeliveryTime WEDNESDAY = DeliveryTime.parse("1795597200000");

    private final LinkTokens links = new LinkTokens("a secret of the tests");
    private final FakeDatabase database = new FakeDatabase();
    private final ClaimedOrder order = new ClaimedOrder(database, SampleOrder.of(ID.value()));
    private final ScriptedPartner partner =
            new ScriptedPartner(asked -> List.of(PAST, TUESDAY, WEDNESDAY));
    private final Bookings bookings = new Bookings(database, 50);
    private final Claims claims = new Claims(database, 20_000);
    private final Reservations reservations = new Reservations(partner, bookings, claims);
    private final SettleReservations settle = new SettleReservations(claims, reservations);
    private final BookDelivery bookDelivery = new BookDelivery(
            new OfferDeliveryTimes(partner, bookings, Duration.ofHours(24), new TestClock()),
            reservations,
            bookings,
            new UnpaidBuyers(database, 10),
            DeliveryConfig.from(new Settings(List.of(), Map.of())),
            links);

    @Test
    void reservesAndBooksAPlaceOfTheSlot() {
        assertThat(book(TUESDAY).result().getString("deliveryTime")).isEqualTo(TUESDAY.toString());

        assertThat(partner.reservations()).containsExactly(Map.entry(ID, TUESDAY));
        assertThat(database.calls("addDeliveryDataToOrder"))
                .containsExactly(JsonObject.of(
                        "deliveryData",
                        JsonObject.of(
                                "orderId",
                                ID.value(),
                                "deliveryTime",
                                TUESDAY.toString(),
                                "capacity",
                                50,
                                "changeCutoffHours",
                                24,
                                "fence",
                                1L)));
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void saysWhichBookingTheShopperSaw() {
        assertThat(book(JsonObject.of("deliveryTime", TUESDAY.toString(), "expectedTime", "none"))
                        .succeeded())
                .isTrue();

        assertThat(database.calls("claimReservation").getFirst().getJsonObject("choice"))
                .contains(Map.entry("expectedTime", "none"));
        assertThat(database.calls("addDeliveryDataToOrder")
                        .getFirst()
                        .getJsonObject("deliveryData"))
                .contains(Map.entry("expectedTime", "none"));
    }

    @Test
    void takesNoPlaceForATestOrder() {
        order.put("testId", 7L);

        assertThat(book(TUESDAY).succeeded()).isTrue();
        assertThat(database.calls("addDeliveryDataToOrder")
                        .getFirst()
                        .getJsonObject("deliveryData"))
                .doesNotContain(Map.entry("capacity", 50));
    }

    @Test
    void bookingTheSameTimeAgainChangesNothingEvenIfItIsNoLongerOnOffer() {
        order.put("deliveryTime", "1795000000000");

        assertThat(book(DeliveryTime.parse("1795000000000")).result().getString("deliveryTime"))
                .isEqualTo("1795000000000");
        assertThat(database.calls("addDeliveryDataToOrder")).isEmpty();
        assertThat(partner.reservations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795510800001", "1000", "tomorrow", "-5", "99999999999999999999"})
    void refusesATimeThatIsNotOnOffer(String time) {
        Problem refusal = problemOf(book(time, token(Purpose.BOOK_DELIVERY)));

        assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
        assertThat(refusal.errors().getFirst().field()).isEqualTo("deliveryTime");
        assertThat(partner.reservations()).isEmpty();
    }

    @Test
    void asksForSlotsByTheClockWhereThePlantsGo() {
        assertThat(book(TUESDAY).succeeded()).isTrue();
        assertThat(partner.zoneAsked()).isNull();

        order.put("customerState", "Hawaii");
        order.put("customerPostalCode", "96813");

        JsonObject booking = book(WEDNESDAY).result();
        assertThat(partner.zoneAsked()).isEqualTo(ZoneId.of("Pacific/Honolulu"));
        assertThat(booking)
                .contains(Map.entry("state", "Hawaii"), Map.entry("postalCode", "96813"));
        assertThat(problemOf(book(PAST)).detail()).contains("Pacific/Honolulu");
    }

    /** At 1 AM on the day after Thanksgiving in New York it is Thanksgiving still in Honolulu. */
    @Test
    void countsClosedDaysByTheClockWhereThePlantsGo() {
        DeliveryTime fridayInNewYork =
                new DeliveryTime(Instant.parse("2026-11-27T06:00:00Z").toEpochMilli());
        Destination newYork = Destination.of(new Place("US", "NY", null));
        Destination honolulu = Destination.of(new Place("US", "HI", null));

        assertThat(newYork.open(List.of(fridayInNewYork))).containsExactly(fridayInNewYork);
        assertThat(honolulu.open(List.of(fridayInNewYork))).isEmpty();
    }

    @Test
    void opensNothingWithoutTheLinksToken() {
        for (String token : List.of("x", token(Purpose.TRACK))) {
            assertThat(problemOf(book(TUESDAY.toString(), token)).kind()).isEqualTo(Kind.FORBIDDEN);
        }
        assertThat(database.calls()).isEmpty();
    }

    @Test
    void opensWithTheLatestLinkOnly() {
        order.put("linkGeneration", 1);

        assertThat(problemOf(book(TUESDAY)).detail()).contains("replaced by a newer one");
        assertThat(partner.reservations()).isEmpty();
        String latest = links.token(Purpose.BOOK_DELIVERY, ID, 1);
        assertThat(book(TUESDAY.toString(), latest).succeeded()).isTrue();
    }

    @Test
    void saysWhoBuysWithoutHavingPaid() {
        order.put("orgNumberText", "0005556667777");
        order.isUnpaid();

        assertThat(book(TUESDAY).succeeded()).isTrue();

        JsonObject buyer = database.calls("addDeliveryDataToOrder")
                .getFirst()
                .getJsonObject("deliveryData")
                .getJsonObject("unpaid");
        assertThat(buyer.getInteger("most")).isEqualTo(10);
        assertThat(buyer.getJsonArray("keys"))
                .hasSize(2)
                .allMatch(key -> key.toString().length() == 32);
        assertThat(database.calls("claimReservation")
                        .getFirst()
                        .getJsonObject("choice")
                        .getJsonObject("unpaid"))
                .isEqualTo(buyer);
    }

    @Test
    void booksForAnOperatorWithoutALinkAndKeepsWhoAndWhy() {
        order.put("deliveryTime", WEDNESDAY.toString());

        JsonObject booking =
                change(JsonObject.of("expectedTime", WEDNESDAY.toString())).result();

        assertThat(booking.getString("deliveryTime")).isEqualTo(TUESDAY.toString());
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, TUESDAY));
        JsonObject choice = JsonObject.of(
                        "deliveryTime", TUESDAY.toString(),
                        "expectedTime", WEDNESDAY.toString())
                .put("capacity", 50)
                .put("changeCutoffHours", 24)
                .put("override", true);
        assertThat(database.calls("claimReservation").getFirst().getJsonObject("choice"))
                .isEqualTo(choice);
        assertThat(database.calls("changeDelivery"))
                .containsExactly(JsonObject.of("id", ID.value(), "choice", choice)
                        .put("fence", 1L)
                        .put("by", JsonObject.of("operator", "Kim", "reason", "nobody home")));
        assertThat(database.calls("addDeliveryDataToOrder")).isEmpty();
        assertThat(order.isClaimed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "reason"})
    void booksForNobodyWithoutANameAndAReason(String missing) {
        assertThat(problemOf(change(JsonObject.of(missing, " "))).kind()).isEqualTo(Kind.INVALID);
        assertThat(database.calls()).isEmpty();
    }

    @Test
    void asksThePartnerNothingForAnOperatorWhoChoosesATimeThatIsNotOnOffer() {
        assertThat(problemOf(change(JsonObject.of("deliveryTime", "1000"))).kind())
                .isEqualTo(Kind.INVALID);
        assertThat(partner.changes()).isZero();
    }

    @Test
    void givesTheSlotBackWhenTheFirstBookingIsRefused() {
        order.refuse(Kind.CONFLICT);

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(partner.reservations()).isEmpty();
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void keepsTheOldSlotWhenAChangeIsRefused() {
        order.put("deliveryTime", WEDNESDAY.toString());
        order.refuse(Kind.CONFLICT);

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, WEDNESDAY));
    }

    @Test
    void restoresWhatIsBookedByNowAndNotWhatWasBookedBefore() {
        order.refuse(Kind.CONFLICT);
        partner.duringNext(() -> order.put("deliveryTime", WEDNESDAY.toString()));

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, WEDNESDAY));
    }

    @Test
    void keepsTheBookedSlotWhenThePartnerHasNoRoom() {
        order.put("deliveryTime", WEDNESDAY.toString());
        partner.failNext(Kind.CONFLICT);

        Problem refusal = problemOf(book(TUESDAY));

        assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refusal.detail()).contains("just taken");
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, WEDNESDAY));
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void asksThePartnerNothingWhileAnotherTabBooks() {
        order.claimElsewhere();

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.IN_PROGRESS);
        assertThat(partner.changes()).isZero();
    }

    @Test
    void takesBackNothingWhenItsClaimWasTakenOver() {
        partner.duringNext(order::claimElsewhere);

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.IN_PROGRESS);
        assertThat(partner.changes()).isEqualTo(1);
        assertThat(order.isClaimed()).isTrue();
    }

    @Test
    void leavesNoClaimWhenThePartnerCannotBeReached() {
        partner.failNext(Kind.PARTY_AWAY);

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.PARTY_AWAY);
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void settlesAnUnansweredReservationAsNothingIsBooked() {
        partner.loseNextAnswer();
        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(order.isClaimed()).isTrue();

        takeOver();

        assertThat(partner.reservations()).isEmpty();
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void keepsTheReservationOfABookingWhoseAnswerWasLost() {
        order.loseAnswers();
        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.UNAVAILABLE);

        takeOver();

        assertThat(order.deliveryTime()).isEqualTo(TUESDAY.toString());
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, TUESDAY));
        assertThat(order.isClaimed()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "OVERLOADED"})
    void givesBackWhatWasReservedForABookingThatNobodyWrote(Kind unclear) {
        order.refuse(unclear);
        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(unclear);
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, TUESDAY));

        takeOver();

        assertThat(partner.reservations()).isEmpty();
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void triesAgainUntilThePartnerHoldsWhatIsBooked() {
        order.put("deliveryTime", WEDNESDAY.toString());
        order.refuse(Kind.UNAVAILABLE);
        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.UNAVAILABLE);

        partner.failNext(Kind.UNAVAILABLE);
        takeOver();
        assertThat(order.isClaimed()).isTrue();

        takeOver();
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, WEDNESDAY));
        assertThat(order.isClaimed()).isFalse();
    }

    private void takeOver() {
        order.makeDue();
        assertThat(settle.takeOver().succeeded()).isTrue();
    }

    private Future<JsonObject> book(DeliveryTime time) {
        return book(time.toString(), token(Purpose.BOOK_DELIVERY));
    }

    private Future<JsonObject> book(String time, String token) {
        return book(JsonObject.of("deliveryTime", time, "token", token));
    }

    private Future<JsonObject> book(JsonObject wish) {
        JsonObject body = JsonObject.of(
                        "orderId", ID.value(), "token", token(Purpose.BOOK_DELIVERY))
                .mergeIn(wish);
        return Future.succeededFuture(Request.of(body)).compose(bookDelivery::handle);
    }

    private Future<JsonObject> change(JsonObject wish) {
        JsonObject body = new JsonObject()
                .put("orderId", ID.value())
                .put("deliveryTime", TUESDAY.toString())
                .put("operator", "Kim")
                .put("reason", "nobody home")
                .mergeIn(wish);
        return Future.succeededFuture(Request.of(body)).compose(bookDelivery::handleByOperator);
    }

    private String token(Purpose purpose) {
        return links.token(purpose, ID);
    }

    private static Problem problemOf(Future<?> refused) {
        assertThat(refused.cause()).isInstanceOf(ProblemException.class);
        return ((ProblemException) refused.cause()).problem();
    }
}
