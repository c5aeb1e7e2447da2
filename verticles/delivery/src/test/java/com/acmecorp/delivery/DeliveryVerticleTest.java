package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestClock;
import com.acmecorp.platform.testing.TestPlatform;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The context as the others see it, with its standard settings. */
@ExtendWith(VertxExtension.class)
class DeliveryVerticleTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final DeliveryTime TOMORROW = DeliveryTime.parse("1795528800000");

    private TestPlatform acme;
    private ClaimedOrder order;

    @BeforeEach
    void deploy(Vertx vertx) {
        acme = TestPlatform.on(vertx);
        order = new ClaimedOrder(acme.database(), ORDER);
        acme.database().on("getSlotBookings", arguments -> List.of());
        DeliveryConfig config = DeliveryConfig.from(new Settings(List.of(), Map.of()));
        acme.deploy(vertx, new DeliveryVerticle(config, acme.platform()));
    }

    @Test
    void offersTimesToCome() {
        JsonArray options = deliveryOptions();

        assertThat(options).hasSize(55);
        assertThat(options.getString(0)).isEqualTo(TOMORROW.toString());
        assertThat(TOMORROW.instant()).isEqualTo("2026-11-24T14:00:00Z").isAfter(TestClock.START);
    }

    /** The fourth Thursday of November is within the two weeks. */
    @Test
    void offersNoTimeOnAClosedDayOfTheMarket() {
        String thanksgiving = "1795701600000";

        assertThat(deliveryOptions(JsonObject.of("market", "US")))
                .hasSize(55)
                .doesNotContain(thanksgiving);
        assertThat(deliveryOptions(JsonObject.of("market", "MX")))
                .hasSize(60)
                .contains(thanksgiving);
    }

    @Test
    void booksNoTimeOnAClosedDayOfTheOrdersMarket() {
        JsonObject choice = JsonObject.of(
                "orderId", 86_757L, "deliveryTime", "1795701600000", "token", token());
        order.put("customerMarket", "US");
        assertThat(acme.useCases().call("bookDelivery", choice).cause())
                .hasMessageContaining("isn't on offer");

        order.put("customerMarket", "MX");
        assertThat(acme.useCases().call("bookDelivery", choice).succeeded()).isTrue();
    }

    @Test
    void leavesFullSlotsOut() {
        acme.database()
                .on(
                        "getSlotBookings",
                        range -> List.of(
                                Map.of("slotMs", range.getLong("from"), "booked", 50),
                                Map.of("slotMs", range.getLong("to") - 1, "booked", 49)));

        JsonArray options = deliveryOptions();

        assertThat(options).hasSize(54);
        assertThat(options.getString(0)).isNotEqualTo(TOMORROW.toString());
        assertThat(options.getString(53)).isEqualTo("1796680800000");
    }

    @Test
    void booksAnOfferedTimeForTheHolderOfTheLink() {
        JsonObject booking = acme.useCases()
                .call(
                        "bookDelivery",
                        new JsonObject()
                                .put("orderId", 86_757)
                                .put("deliveryTime", TOMORROW.toString())
                                .put("token", token()))
                .result();

        assertThat(booking)
                .isEqualTo(new JsonObject()
                        .put("orderId", 86_757L)
                        .put("name", "Sam Person")
                        .put("email", "s…@example.com")
                        .put("phone", "…0100")
                        .put("street", "2 Plant Street")
                        .put("city", "Townsville")
                        .put("deliveryTime", TOMORROW.toString()));
    }

    @Test
    void booksATestOrderOnceHoweverOftenAndLateItIsTold() {
        SampleOrder test = ORDER.ofTest(7);

        for (int day = 0; day < 3; day++) {
            assertThat(acme.subscriber()
                            .deliver("delivery.auto-book", test.deliverable())
                            .succeeded())
                    .isTrue();
            acme.clock().advance(Duration.ofDays(1));
        }

        List<JsonObject> bookings = acme.database().calls("addDeliveryDataToOrder");
        assertThat(bookings).hasSize(3);
        assertThat(bookings.stream().distinct()).hasSize(1);
        assertThat(bookings.getFirst().getJsonObject("deliveryData").fieldNames())
                .containsExactlyInAnyOrder("orderId", "deliveryTime", "expectedTime", "fence");
    }

    @Test
    void offersOnlyTimesAfterTheCutoffForAChange() {
        acme.clock().set(TOMORROW.instant().minus(Duration.ofHours(24)));
        JsonArray options = deliveryOptions(JsonObject.of("change", "true"));

        assertThat(options).isNotEmpty().doesNotContain(TOMORROW.toString());
        assertThat(deliveryOptions()).contains(TOMORROW.toString());
        acme.clock().set(TOMORROW.instant().minus(Duration.ofHours(24)).minusMillis(1));
        assertThat(deliveryOptions(JsonObject.of("change", "true"))).contains(TOMORROW.toString());
    }

    @Test
    void looksAfterClaimsThatAreLeftOpen() {
        Promise<JsonObject> ended = Promise.promise();
        acme.database().on("endReservation", arguments -> ended.tryComplete(arguments));
        order.claimElsewhere();
        order.makeDue();

        assertThat(Await.result(ended.future()))
                .isEqualTo(JsonObject.of("orderId", 86_757L, "fence", 2L, "held", "none"));
    }

    @Test
    void releasesWhatThePartnerHoldsForACancelledOrder() {
        order.put("status", "CANCELLED");

        assertThat(acme.subscriber()
                        .deliver("delivery.release-reservation", ORDER.cancelled())
                        .succeeded())
                .isTrue();
        assertThat(acme.database().calls("endReservation"))
                .containsExactly(JsonObject.of("orderId", 86_757L, "fence", 1L, "held", "none"));
    }

    @Test
    void offersTheHoursOfTheRecipientsZone() {
        JsonArray eastern = deliveryOptions(JsonObject.of("market", "US"));
        JsonArray hawaiian =
                deliveryOptions(JsonObject.of("market", "US", "zone", "Pacific/Honolulu"));

        assertThat(hours(hawaiian, "Pacific/Honolulu")).containsExactly(9, 11, 13, 15, 17);
        assertThat(hours(eastern, "America/New_York")).containsExactly(9, 11, 13, 15, 17);
    }

    @Test
    void namesTheZonesThatItDeliversIn() {
        Throwable refusal = acme.useCases()
                .call("deliveryTimes", JsonObject.of("market", "MX", "zone", "Europe/Paris"))
                .cause();

        assertThat(refusal).hasMessageContaining("America/Tijuana");
        assertThat(refusal.getMessage()).doesNotContain("New_York");
    }

    private static Stream<Integer> hours(JsonArray times, String zone) {
        return times.stream()
                .map(time -> Instant.ofEpochMilli(Long.parseLong((String) time))
                        .atZone(ZoneId.of(zone))
                        .getHour())
                .distinct()
                .sorted();
    }

    private JsonArray deliveryOptions() {
        return deliveryOptions(new JsonObject());
    }

    private JsonArray deliveryOptions(JsonObject asked) {
        return acme.useCases()
                .call("deliveryTimes", asked)
                .result()
                .getJsonArray("deliveryOptions");
    }

    private String token() {
        return acme.links().token(Purpose.BOOK_DELIVERY, ORDER.id());
    }
}
