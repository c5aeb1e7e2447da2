package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class BookDeliveryTest {

    private static final OrderId ID = new OrderId(86_757);
    private static final DeliveryTime PAST = DeliveryTime.parse("1000");
    private static final DeliveryTime TUESDAY = DeliveryTime.parse("1795510800000");
    private static final DeliveryTime WEDNESDAY = DeliveryTime.parse("1795597200000");

    private final LinkTokens links = new LinkTokens("a secret of the tests");
    private final FakeDatabase database = new FakeDatabase();
    private final ScriptedPartner partner =
            new ScriptedPartner(asked -> List.of(PAST, TUESDAY, WEDNESDAY));
    private final Bookings bookings = new Bookings(database, 50);
    private final BookDelivery bookDelivery = new BookDelivery(
            new OfferDeliveryTimes(partner, bookings, new TestClock()),
            new Reservations(partner),
            bookings,
            links);

    private final Map<String, Object> row = SampleOrder.of(ID.value()).row();

    @BeforeEach
    void databaseTakesEveryBooking() {
        database.on("getOrder", arguments -> row)
                .on(
                        "addDeliveryDataToOrder",
                        arguments ->
                                arguments.getJsonObject("deliveryData").getString("deliveryTime"));
    }

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
                                50)));
    }

    @Test
    void takesNoPlaceForATestOrder() {
        row.put("testId", 7L);

        assertThat(book(TUESDAY).succeeded()).isTrue();
        assertThat(database.calls("addDeliveryDataToOrder")
                        .getFirst()
                        .getJsonObject("deliveryData"))
                .doesNotContain(Map.entry("capacity", 50));
    }

    @Test
    void bookingTheSameTimeAgainChangesNothingEvenIfItIsNoLongerOnOffer() {
        row.put("deliveryTime", "1795000000000");

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
    void opensNothingWithoutTheLinksToken() {
        for (String token : List.of("x", token(Purpose.TRACK))) {
            assertThat(problemOf(book(TUESDAY.toString(), token)).kind()).isEqualTo(Kind.FORBIDDEN);
        }
        assertThat(database.calls()).isEmpty();
    }

    @Test
    void givesTheSlotBackWhenTheFirstBookingIsRefused() {
        refuse(Kind.CONFLICT);

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(partner.reservations()).isEmpty();
    }

    @Test
    void keepsTheOldSlotWhenAChangeIsRefused() {
        row.put("deliveryTime", WEDNESDAY.toString());
        refuse(Kind.CONFLICT);

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, WEDNESDAY));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "OVERLOADED"})
    void keepsTheReservationOfABookingThatMayStand(Kind unclear) {
        refuse(unclear);

        assertThat(problemOf(book(TUESDAY)).kind()).isEqualTo(unclear);
        assertThat(partner.reservations()).containsExactly(Map.entry(ID, TUESDAY));
    }

    private void refuse(Kind kind) {
        database.on("addDeliveryDataToOrder", arguments -> {
            throw Problem.of(kind, "No.").asException();
        });
    }

    private Future<JsonObject> book(DeliveryTime time) {
        return book(time.toString(), token(Purpose.BOOK_DELIVERY));
    }

    private Future<JsonObject> book(String time, String token) {
        Request request = Request.of(
                JsonObject.of("orderId", ID.value(), "deliveryTime", time, "token", token));
        return Future.succeededFuture(request).compose(bookDelivery::handle);
    }

    private String token(Purpose purpose) {
        return links.token(purpose, ID);
    }

    private static Problem problemOf(Future<?> refused) {
        assertThat(refused.cause()).isInstanceOf(ProblemException.class);
        return ((ProblemException) refused.cause()).problem();
    }
}
