package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.sandbox.SandboxBehaviour;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestPlatform;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

@ExtendWith(VertxExtension.class)
class HttpDeliveryPartnerTest {

    private static final OrderId ORDER = new OrderId(7);
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");

    private Simulators others;
    private DeliveryPartner partner;

    @BeforeEach
    void start(Vertx vertx) {
        others = Simulators.on(vertx);
        partner = new HttpDeliveryPartner(others.client("the delivery partner"));
    }

    @Test
    void offersTheSameSlotsToWhoAsksForTheSameTime() {
        List<DeliveryTime> slots = Await.result(partner.offers(NOW, null));

        assertThat(slots).hasSizeGreaterThan(10);
        assertThat(slots.getFirst().instant()).isEqualTo("2026-11-25T14:00:00Z");
        assertThat(Await.result(partner.offers(NOW, null))).isEqualTo(slots);
    }

    @Test
    void asksForSlotsByTheClocksOfAZone() {
        ZoneId honolulu = ZoneId.of("Pacific/Honolulu");

        assertThat(Await.result(partner.offers(NOW, honolulu)).getFirst().instant())
                .isEqualTo("2026-11-25T19:00:00Z");
    }

    @Test
    void keepsOneReservationForAnOrder() {
        Await.result(partner.reserve(ORDER, new DeliveryTime(1_000), 1));
        Await.result(partner.reserve(ORDER, new DeliveryTime(2_000), 1));

        assertThat(reservations())
                .isEqualTo(JsonArray.of(JsonObject.of("slot", "2000", "orderId", 7, "asked", 2)));
    }

    @Test
    void releasesAReservationWhetherOrNotThereIsOne() {
        Await.result(partner.reserve(ORDER, new DeliveryTime(1_000), 1));
        Await.result(partner.release(ORDER, 1));
        Await.result(partner.release(ORDER, 1));

        assertThat(reservations()).isEmpty();
    }

    @Test
    void tellsWhatItHoldsForAnOrder() {
        assertThat(Await.result(partner.find(ORDER))).isEqualTo(new Reservation.None());

        Await.result(partner.reserve(ORDER, new DeliveryTime(1_000), 1));
        assertThat(Await.result(partner.find(ORDER)))
                .isEqualTo(new Reservation.Held(new DeliveryTime(1_000)));

        Await.result(partner.release(ORDER, 2));
        assertThat(Await.result(partner.find(ORDER))).isEqualTo(new Reservation.None());
    }

    @Test
    void keepsWhatTheHighestFenceSaidWhateverComesLate() {
        Await.result(partner.reserve(ORDER, new DeliveryTime(1_000), 2));

        assertThat(kind(partner.reserve(ORDER, new DeliveryTime(2_000), 1)))
                .isEqualTo(Kind.CONFLICT);
        assertThat(kind(partner.release(ORDER, 1))).isEqualTo(Kind.CONFLICT);
        assertThat(Await.result(partner.find(ORDER)))
                .isEqualTo(new Reservation.Held(new DeliveryTime(1_000)));
    }

    @Test
    void saysThatASlotIsTaken() {
        others.behave("delivery", JsonObject.of("declineShare", 1));

        assertThat(kind(partner.reserve(ORDER, new DeliveryTime(1_000), 1)))
                .isEqualTo(Kind.CONFLICT);
    }

    @Test
    void mayAnswerLaterWhenItFails() {
        others.behave("delivery", JsonObject.of("failureShare", 1));

        assertThat(kind(partner.offers(NOW, null))).isEqualTo(Kind.UNAVAILABLE);
        assertThat(kind(partner.release(ORDER, 1))).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void isAskedWhereItHasAnAddress(Vertx vertx) {
        TestPlatform acme = TestPlatform.on(vertx);
        acme.database().on("getSlotBookings", arguments -> List.of());
        DeliveryConfig standard = DeliveryConfig.from(new Settings(List.of(), Map.of()));
        acme.deploy(
                vertx,
                new DeliveryVerticle(
                        new DeliveryConfig(
                                others.config(5_000),
                                standard.rule(),
                                standard.slotCapacity(),
                                standard.mostPerUnpaidBuyer(),
                                standard.changeCutoffHours(),
                                0,
                                new SandboxBehaviour(0, 1)),
                        acme.platform()));

        assertThat(Await.result(acme.useCases().call("deliveryTimes", new JsonObject()))
                        .getJsonArray("deliveryOptions"))
                .hasSizeGreaterThan(10);
        assertThat(acme.health().here()).containsExactly("delivery partner");
    }

    private JsonArray reservations() {
        return others.books("reservations").getJsonArray("reservations");
    }

    private static Kind kind(Future<?> failed) {
        return ((ProblemException) Await.failure(failed)).problem().kind();
    }
}
