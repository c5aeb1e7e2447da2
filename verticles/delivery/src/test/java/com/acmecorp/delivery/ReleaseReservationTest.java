package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class ReleaseReservationTest {

    private static final SampleOrder ORDER = SampleOrder.of(100);

    private final FakeDatabase database = new FakeDatabase();
    private final ClaimedOrder order = new ClaimedOrder(database, ORDER);
    private final ScriptedPartner partner = new ScriptedPartner(asked -> List.of());
    private final ReleaseReservation release = new ReleaseReservation(
            new Reservations(partner, new Bookings(database, 50), new Claims(database, 20_000)));

    @BeforeEach
    void cancelAnOrderForWhichThePartnerHoldsASlot() {
        assertThat(partner.reserve(ORDER.id(), new DeliveryTime(1_000), 0).succeeded())
                .isTrue();
        order.put("status", "CANCELLED");
    }

    @Test
    void hasThePartnerGiveUpWhatItHolds() {
        assertThat(onCancelled().succeeded()).isTrue();
        assertThat(onCancelled().succeeded()).isTrue();

        assertThat(partner.reservations()).isEmpty();
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void isTriedAgainWhenThePartnerDoesNotAnswer() {
        partner.failNext(Kind.UNAVAILABLE);

        assertThat(onCancelled().failed()).isTrue();
        assertThat(order.isClaimed()).isTrue();
    }

    @Test
    void leavesItToWhoeverHasTheClaim() {
        order.claimElsewhere();

        assertThat(onCancelled().succeeded()).isTrue();
        assertThat(partner.changes()).isEqualTo(1);
        assertThat(order.isClaimed()).isTrue();
    }

    private Future<?> onCancelled() {
        return Future.succeededFuture(ORDER.cancelled()).compose(release::on);
    }
}
