package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestClock;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class TrackOrderTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757).inMarket("MX");
    private static final DeliveryTime FIRST = new DeliveryTime(1_767_286_800_000L);
    private static final DeliveryTime CHANGED = new DeliveryTime(1_767_290_400_000L);

    private static final List<OrderEvent> JOURNEY = List.of(
            ORDER.created(),
            ORDER.placed(),
            ORDER.stockCreated(),
            ORDER.deliverable(),
            ORDER.deliveryBooked(FIRST),
            ORDER.deliveryBooked(CHANGED));

    private final LinkTokens links = new LinkTokens("a secret of the tests");
    private final FakeDatabase database =
            new FakeDatabase().on("getContact", arguments -> contact(0, null, null));
    private final TestClock clock = new TestClock();
    private final TrackOrder trackOrder =
            new TrackOrder(database, links, new ChangeCutoff(24, clock));

    @BeforeEach
    void startAtTheBeginning() {
        clock.set(FIRST.instant().minus(Duration.ofDays(2)));
        happened(1);
    }

    private static Map<String, Object> contact(
            int generation, @Nullable String state, @Nullable String postalCode) {
        Map<String, Object> contact = new HashMap<>();
        contact.put("linkGeneration", generation);
        contact.put("state", state);
        contact.put("postalCode", postalCode);
        return contact;
    }

    private void happened(int steps) {
        happened(JOURNEY.subList(0, steps).toArray(OrderEvent[]::new));
    }

    private void happened(OrderEvent... events) {
        List<Map<String, Object>> timeline =
                Stream.of(events).map(TrackOrderTest::entry).toList();
        database.on("getTimeline", arguments -> timeline);
    }

    private static Map<String, Object> entry(OrderEvent event) {
        return Map.of(
                "event", event.type().wireName(),
                "occurredAtMs", event.metadata().occurredAt().toEpochMilli(),
                "detail", EventJson.write(event));
    }

    @ParameterizedTest
    @CsvSource({
        "1, RECEIVED, placing",
        "2, PLACED, stockist",
        "3, PLACED, arrived",
        "4, STOCKED, Choose",
        "5, DELIVERY_BOOKED, you may change it once",
        "6, DELIVERY_BOOKED, the time you changed to"
    })
    void saysWhereTheOrderStandsAndWhatComesNext(int steps, String status, String nextStep) {
        happened(steps);

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.getString("status")).isEqualTo(status);
        assertThat(answer.getString("nextStep")).contains(nextStep);
        assertThat(answer.getJsonArray("timeline")).hasSize(steps);
    }

    @ParameterizedTest
    @CsvSource({
        "MX, Baja California, , America/Tijuana",
        "MX, , 77500, America/Cancun",
        "US, hi, , Pacific/Honolulu",
        "US, FL, 32501, America/Chicago"
    })
    void tellsTheZoneOfTheRecipient(
            String market, @Nullable String state, @Nullable String postalCode, String zone) {
        happened(SampleOrder.of(86_757).inMarket(market).created());
        database.on("getContact", arguments -> contact(0, state, postalCode));

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.getString("timeZone")).isEqualTo(zone);
        assertThat(answer.getString("deliveryZone")).isEqualTo(zone);
        assertThat(answer.fieldNames()).doesNotContain("state", "postalCode");
    }

    @Test
    void tellsTheMarketsZoneOfAnOrderWhoseAddressTellsNone() {
        database.on("getContact", arguments -> contact(0, "Atlantis", null));

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.getString("timeZone")).isEqualTo("America/Mexico_City");
        assertThat(answer.containsKey("deliveryZone")).isFalse();
    }

    @Test
    void tellsAnOrdersFactsFromItsFirstMoment() {
        assertThat(track(Purpose.TRACK))
                .isEqualTo(new JsonObject()
                        .put("orderId", 86_757L)
                        .put("status", "RECEIVED")
                        .put("nextStep", "We are placing your order.")
                        .put("canBook", false)
                        .put("canCancel", false)
                        .put("canChange", false)
                        .put("products", "BB001,LB001")
                        .put("totalPrice", 30_000)
                        .put("charged", JsonObject.of("amount", 599_900, "currency", "MXN"))
                        .put("settlement", "PAID")
                        .put("market", "MX")
                        .put("timeZone", "America/Mexico_City")
                        .put(
                                "timeline",
                                JsonArray.of(JsonObject.of(
                                        "event", "OrderCreated", "at", "2026-11-23T10:15:00Z"))));
    }

    @Test
    void saysUntilWhenABookedDeliveryCanBeChanged() {
        happened(5);
        Instant until = FIRST.instant().minus(Duration.ofHours(24));
        clock.set(until.minusMillis(1));

        assertThat(track(Purpose.TRACK))
                .contains(
                        Map.entry("canChange", true),
                        Map.entry("changeUntil", String.valueOf(until.toEpochMilli())));

        clock.set(until);
        assertThat(track(Purpose.TRACK))
                .contains(
                        Map.entry("canChange", false),
                        Map.entry("nextStep", "We deliver at the time you booked."));
        assertThat(track(Purpose.TRACK).fieldNames()).doesNotContain("changeUntil");
    }

    @Test
    void offersNoChangeOfADeliveryThatWasChangedOrCancelledOrNotBooked() {
        for (int steps : List.of(1, 4, 6)) {
            happened(steps);
            assertThat(track(Purpose.TRACK)).contains(Map.entry("canChange", false));
            assertThat(track(Purpose.TRACK).fieldNames()).doesNotContain("changeUntil");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "US, America/New_York",
        "MX, America/Mexico_City",
        "ZZ, America/New_York", // a market that has closed since
    })
    void tellsInWhichZoneTheCustomerReadsTimes(String market, String zone) {
        OrderEvent created = SampleOrder.of(86_757).inMarket(market).created();
        database.on("getTimeline", arguments -> List.of(entry(created)));

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.getString("market")).isEqualTo(market);
        assertThat(answer.getString("timeZone")).isEqualTo(zone);
    }

    @Test
    void tellsTheTimeThatWasBookedLast() {
        happened(5);
        assertThat(track(Purpose.TRACK).getString("deliveryTime")).isEqualTo(FIRST.toString());
        happened(6);
        assertThat(track(Purpose.TRACK).getString("deliveryTime")).isEqualTo(CHANGED.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void opensNoDeliveryPageBeforeTheOrderIsDeliverable(int steps) {
        happened(steps);

        assertThat(manage().fieldNames()).doesNotContain("deliveryUrl", "deliveryTime");
        assertThat(manage().getBoolean("canBook")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false", "6, false"})
    void opensTheDeliveryPageOnceTheOrderIsDeliverable(int steps, boolean toBeChosen) {
        happened(steps);

        for (JsonObject answer : List.of(manage(), track(Purpose.BOOK_DELIVERY))) {
            assertThat(answer.getString("deliveryUrl"))
                    .isEqualTo("/delivery#order=86757&token="
                            + links.token(Purpose.BOOK_DELIVERY, ORDER.id()));
            assertThat(answer.getBoolean("canBook")).isEqualTo(toBeChosen);
        }
    }

    @Test
    void givesNoPowersToWhomATrackingLinkWasForwarded() {
        happened(4);

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.fieldNames()).doesNotContain("deliveryUrl", "cancelToken");
        assertThat(answer.getBoolean("canBook")).isTrue();
        assertThat(answer.getBoolean("canCancel")).isTrue();
    }

    @Test
    void letsNobodyCancelWithTheDeliverysLink() {
        happened(4);

        assertThat(track(Purpose.BOOK_DELIVERY).fieldNames()).doesNotContain("cancelToken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "of another order", "of another purpose"})
    void countsAWrongManageTokenAsNone(String which) {
        happened(4);
        String wrong = switch (which) {
            case "wrong" -> which;
            case "of another order" -> links.token(Purpose.MANAGE, new OrderId(86_758));
            default -> links.token(Purpose.TRACK, ORDER.id());
        };

        assertThat(Await.result(track(links(Purpose.TRACK).put("manageToken", wrong))))
                .isEqualTo(track(Purpose.TRACK));
    }

    @ParameterizedTest
    @CsvSource({
        "DUE, what you paid goes back to you: 5999.00 MXN",
        "DONE, what you paid was given back to you: 5999.00 MXN",
        "REFUSED, 'give back automatically what you paid (5999.00 MXN), and will contact you'"
    })
    void saysWhatBecomesOfWhatWasPaid(String state, String words) {
        happened(ORDER.created(), ORDER.placed(), ORDER.cancelled());
        keeps(payment(), refund(state));

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.getString("nextStep")).contains(words);
        assertThat(answer.getJsonObject("refund")).isEqualTo(new JsonObject(refund(state)));
        assertThat(answer.getString("settlement")).isEqualTo("PAID");
    }

    @Test
    void saysThatTheInvoiceOfACancelledOrderIsVoid() {
        JsonObject created =
                new JsonObject(EventJson.write(ORDER.created())).put("settlement", "INVOICE");
        JsonObject cancelled =
                new JsonObject(EventJson.write(ORDER.cancelled())).put("settlement", "INVOICE");
        database.on(
                "getTimeline",
                arguments -> List.of(
                        entry("OrderCreated", created), entry("OrderCancelled", cancelled)));

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.getString("nextStep"))
                .contains("the invoice is void", "nothing to pay")
                .doesNotContain("back");
        assertThat(answer.containsKey("refund")).isFalse();
        assertThat(answer.getString("settlement")).isEqualTo("INVOICE");
    }

    /** Its events don't tell; its payment does, and what it was cancelled for has gone back. */
    @Test
    void showsAnOrderOfBeforeAsItWasCharged() {
        database.on(
                "getTimeline",
                arguments -> List.of(
                        ofBefore(ORDER.created()),
                        ofBefore(ORDER.placed()),
                        ofBefore(ORDER.cancelled())));
        keeps(Map.of("amount", 123_400L, "currency", "MXN"), null);

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.getJsonObject("charged"))
                .isEqualTo(JsonObject.of("amount", 123_400L, "currency", "MXN"));
        assertThat(answer.getString("nextStep")).contains("was given back to you: 1234.00 MXN");
        assertThat(answer.getJsonObject("refund").getString("state")).isEqualTo("DONE");
    }

    @Test
    void worksOutTheInvoiceOfAnOrderOfBefore() {
        database.on("getTimeline", arguments -> List.of(ofBefore(ORDER.created())));
        keeps(null, null);

        JsonObject answer = track(Purpose.TRACK);

        assertThat(answer.getJsonObject("charged"))
                .isEqualTo(JsonObject.of("amount", 600_000L, "currency", "MXN"));
        assertThat(answer.getString("settlement")).isEqualTo("INVOICE");
    }

    private void keeps(
            @Nullable Map<String, Object> payment, @Nullable Map<String, Object> refund) {
        database.on("getPayment", arguments -> payment).on("getRefund", arguments -> refund);
    }

    private static Map<String, Object> payment() {
        return Map.of("amount", 599_900L, "currency", "MXN");
    }

    private static Map<String, Object> refund(String state) {
        return Map.of("state", state, "amount", 599_900L, "currency", "MXN");
    }

    /** As it was written before its amount was kept. */
    private static Map<String, Object> ofBefore(OrderEvent event) {
        JsonObject detail = new JsonObject(EventJson.write(event));
        detail.remove("charged");
        detail.remove("settlement");
        return entry(event.type().wireName(), detail);
    }

    private static Map<String, Object> entry(String event, JsonObject detail) {
        return Map.of("event", event, "occurredAtMs", 1L, "detail", detail.encode());
    }

    @Test
    void saysThatACancelledOrderIsWhateverArrivedLater() {
        happened(ORDER.created(), ORDER.placed(), ORDER.stockCreated(), ORDER.cancelled());
        keeps(payment(), refund("DUE"));

        JsonObject answer = manage();

        assertThat(answer.getString("status")).isEqualTo("CANCELLED");
        assertThat(answer.fieldNames()).doesNotContain("deliveryUrl", "cancelToken");
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true", "4, true", "5, false", "6, false"})
    void canBeCancelledFromWhenItIsPlacedUntilItsDeliveryIsBooked(int steps, boolean possible) {
        happened(steps);

        assertThat(manage().getString("cancelToken"))
                .isEqualTo(possible ? links.token(Purpose.CANCEL, ORDER.id()) : null);
        assertThat(track(Purpose.TRACK).getBoolean("canCancel")).isEqualTo(possible);
    }

    @Test
    void tellsNothingAboutThePerson() {
        happened(6);

        assertThat(manage().encode())
                .doesNotContain(
                        ORDER.name(),
                        ORDER.email(),
                        SampleOrder.PHONE,
                        ORDER.street(),
                        ORDER.city());
    }

    @ParameterizedTest
    @EnumSource(names = {"TRACK", "BOOK_DELIVERY"})
    void opensWithBothOfTheOrdersLinks(Purpose purpose) {
        assertThat(track(purpose).getLong("orderId")).isEqualTo(86_757);
    }

    @Test
    void saysTheSameAboutAWrongTokenWhetherTheOrderExistsOrNot() {
        Problem known = refusal("wrong");
        database.on("getTimeline", arguments -> List.of());
        Problem unknown = refusal("wrong");

        assertThat(known).isEqualTo(unknown);
        assertThat(known.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(database.calls()).isEmpty();
    }

    @Test
    void doesNotOpenWithAnotherOrdersToken() {
        assertThat(refusal(links.token(Purpose.TRACK, new OrderId(86_758))).kind())
                .isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void doesNotOpenWithWhatOnlyCancels() {
        assertThat(refusal(links.token(Purpose.CANCEL, ORDER.id())).kind())
                .isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void opensWithTheLatestLinksOnlyAndGivesNoOthers() {
        happened(4);
        String first = links.token(Purpose.TRACK, ORDER.id());
        JsonObject latest = new JsonObject()
                .put("orderId", 86_757)
                .put("token", links.token(Purpose.TRACK, ORDER.id(), 2))
                .put("manageToken", links.token(Purpose.MANAGE, ORDER.id(), 2));
        database.on("getContact", arguments -> contact(2, null, null));

        assertThat(refusal(first).detail()).contains("replaced by a newer one");
        JsonObject answer = Await.result(track(latest));
        assertThat(answer.getString("cancelToken"))
                .isEqualTo(links.token(Purpose.CANCEL, ORDER.id(), 2));
        assertThat(answer.getString("deliveryUrl"))
                .endsWith(links.token(Purpose.BOOK_DELIVERY, ORDER.id(), 2));
    }

    @Test
    void givesNoPowersToAManageTokenThatWasReplaced() {
        happened(4);
        database.on("getContact", arguments -> contact(2, null, null));
        JsonObject mixed = new JsonObject()
                .put("orderId", 86_757)
                .put("token", links.token(Purpose.TRACK, ORDER.id(), 2))
                .put("manageToken", links.token(Purpose.MANAGE, ORDER.id()));

        assertThat(Await.result(track(mixed)).fieldNames())
                .doesNotContain("cancelToken", "deliveryUrl");
    }

    @Test
    void showsNoDeliveryOfAnOrderThatWasCancelledAfterItsBooking() {
        happened(
                ORDER.created(),
                ORDER.placed(),
                ORDER.stockCreated(),
                ORDER.deliverable(),
                ORDER.deliveryBooked(FIRST),
                ORDER.deliveryBooked(CHANGED),
                ORDER.cancelled());
        keeps(payment(), refund("DUE"));

        JsonObject answer = manage();

        assertThat(answer.getString("status")).isEqualTo("CANCELLED");
        assertThat(answer.fieldNames())
                .doesNotContain("deliveryUrl", "cancelToken", "deliveryTime");
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        for (Object token : new Object[] {"", 7, true}) {
            assertThat(OrderForm.problemOf(track(JsonObject.of("orderId", 86_757, "token", token)))
                            .kind())
                    .isEqualTo(Kind.INVALID);
        }
        assertThat(OrderForm.problemOf(track(JsonObject.of("orderId", 86_757, "token", null)))
                        .kind())
                .isEqualTo(Kind.INVALID);
        assertThat(OrderForm.problemOf(track(JsonObject.of("token", "x"))).kind())
                .isEqualTo(Kind.INVALID);
    }

    @Test
    void knowsNoOrderThatNobodyMade() {
        database.on("getTimeline", arguments -> List.of());

        assertThat(refusal(links.token(Purpose.TRACK, ORDER.id())).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    private JsonObject track(Purpose purpose) {
        return Await.result(track(links(purpose)));
    }

    private JsonObject manage() {
        String manageToken = links.token(Purpose.MANAGE, ORDER.id());
        return Await.result(track(links(Purpose.TRACK).put("manageToken", manageToken)));
    }

    private JsonObject links(Purpose purpose) {
        return JsonObject.of("orderId", "86757", "token", links.token(purpose, ORDER.id()));
    }

    private Problem refusal(String token) {
        return OrderForm.problemOf(track(JsonObject.of("orderId", 86_757, "token", token)));
    }

    private Future<JsonObject> track(JsonObject body) {
        return Future.succeededFuture(Request.of(body)).compose(trackOrder::handle);
    }
}
