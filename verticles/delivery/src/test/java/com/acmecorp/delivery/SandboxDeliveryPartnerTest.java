package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.sandbox.Sandbox;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.ZoneOffset;
import java.util.List;

@ExtendWith(VertxExtension.class)
class SandboxDeliveryPartnerTest {

    private static final OrderId ORDER = new OrderId(7);
    private static final DeliveryTime EARLY = new DeliveryTime(1_000);
    private static final DeliveryTime LATE = new DeliveryTime(2_000);

    @Test
    void remembersWhatAnOrderHas(Vertx vertx) {
        DeliveryPartner partner = partner(vertx, 0, new SandboxBehaviour(0, 0));

        assertThat(held(partner)).isEqualTo(new Reservation.Unknown());
        assertThat(partner.reserve(ORDER, EARLY, 1).succeeded()).isTrue();
        assertThat(partner.reserve(ORDER, LATE, 1).succeeded()).isTrue();
        assertThat(held(partner)).isEqualTo(new Reservation.Held(LATE));
        assertThat(partner.release(ORDER, 1).succeeded()).isTrue();
        assertThat(held(partner)).isEqualTo(new Reservation.None());
    }

    @Test
    void refusesACallThatALaterOneHasOvertaken(Vertx vertx) {
        DeliveryPartner partner = partner(vertx, 0, new SandboxBehaviour(0, 0));
        assertThat(partner.release(ORDER, 2).succeeded()).isTrue();

        assertThat(kind(partner.reserve(ORDER, EARLY, 1))).isEqualTo(Kind.CONFLICT);
        assertThat(held(partner)).isEqualTo(new Reservation.None());
    }

    @Test
    void refusesASlotInTheShareItIsTold(Vertx vertx) {
        DeliveryPartner partner = partner(vertx, 1, new SandboxBehaviour(0, 0));

        assertThat(kind(partner.reserve(ORDER, EARLY, 1))).isEqualTo(Kind.CONFLICT);
        assertThat(held(partner)).isEqualTo(new Reservation.Unknown());
    }

    @Test
    void keepsTheSlotWhoseAnswerIsLost(Vertx vertx) {
        DeliveryPartner partner = partner(vertx, 0, new SandboxBehaviour(0, 0, 1));

        assertThat(kind(partner.reserve(ORDER, EARLY, 1))).isEqualTo(Kind.UNAVAILABLE);
        assertThat(held(partner)).isEqualTo(new Reservation.Held(EARLY));
    }

    @Test
    void forgetsTheOldestOfTooMany(Vertx vertx) {
        DeliveryPartner partner = partner(vertx, 0, new SandboxBehaviour(0, 0));
        for (int id = 7; id <= 7 + SandboxDeliveryPartner.MOST_REMEMBERED; id++) {
            assertThat(partner.reserve(new OrderId(id), EARLY, 1).succeeded()).isTrue();
        }

        assertThat(held(partner)).isEqualTo(new Reservation.Unknown());
        assertThat(partner.find(new OrderId(8)).result()).isEqualTo(new Reservation.Held(EARLY));
    }

    private static DeliveryPartner partner(
            Vertx vertx, double refuseShare, SandboxBehaviour behaviour) {
        return new SandboxDeliveryPartner(
                new SlotRule(1, 1, List.of(9), ZoneOffset.UTC),
                refuseShare,
                new Sandbox(vertx, "the delivery partner", behaviour, () -> 0));
    }

    private static Reservation held(DeliveryPartner partner) {
        return partner.find(ORDER).result();
    }

    private static Kind kind(Future<?> failed) {
        return ((ProblemException) failed.cause()).problem().kind();
    }
}
