package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestClock;

import io.vertx.core.Future;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class AutoBookTest {

    private static final List<DeliveryTime> SLOTS =
            List.of(new DeliveryTime(1_000), new DeliveryTime(2_000), new DeliveryTime(3_000));
    private static final SampleOrder ORDER = SampleOrder.of(100).ofTest(7);

    private final FakeDatabase database = new FakeDatabase();
    private final ScriptedPartner partner = new ScriptedPartner(
            asked -> asked.equals(TestClock.START) ? SLOTS : SLOTS.subList(0, 0));
    private final ClaimedOrder order = new ClaimedOrder(database, ORDER);
    private final AutoBook autoBook = autoBook(partner);

    private AutoBook autoBook(DeliveryPartner offering) {
        Bookings bookings = new Bookings(database, 50);
        return new AutoBook(
                offering,
                bookings,
                new Reservations(offering, bookings, new Claims(database, 20_000)));
    }

    @Test
    void spreadsTheOrdersOverTheSlotsThatWereOfferedWhenTheyBecameDeliverable() {
        Map<DeliveryTime, Integer> orders = new HashMap<>();
        for (int id = 1; id <= 300; id++) {
            SampleOrder order = SampleOrder.of(id).ofTest(7);
            assertThat(autoBook.on(order.deliverable()).succeeded()).isTrue();
        }
        partner.reservations().values().forEach(slot -> orders.merge(slot, 1, Integer::sum));

        assertThat(orders)
                .hasSize(3)
                .allSatisfy((slot, count) -> assertThat(count).isEqualTo(100));
        assertThat(database.calls("addDeliveryDataToOrder")).hasSize(300);
        assertThat(database.calls()).as("one write for each order").hasSize(300);
    }

    @Test
    void booksByTheClockWhereThePlantsGo() {
        assertThat(autoBook.on(ORDER.in(null, "80202").deliverable()).succeeded())
                .isTrue();

        assertThat(partner.zoneAsked()).isEqualTo(ZoneId.of("America/Denver"));
    }

    @Test
    void leavesCustomersTheirChoice() {
        assertThat(autoBook.on(SampleOrder.of(100).deliverable()).succeeded()).isTrue();
        assertThat(database.calls()).isEmpty();
    }

    @Test
    void leavesABookingThatWasMadeAndChangedByHand() {
        order.put("deliveryTime", "3000");
        order.refuse(Kind.CONFLICT);

        assertThat(autoBook.on(ORDER.deliverable()).succeeded()).isTrue();
        assertThat(partner.reservations())
                .containsExactly(Map.entry(ORDER.id(), new DeliveryTime(3_000)));
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void booksNothingForAnOrderThatWasCancelled() {
        order.put("status", "CANCELLED");
        order.refuse(Kind.CONFLICT);

        assertThat(autoBook.on(ORDER.deliverable()).succeeded()).isTrue();
        assertThat(partner.reservations()).isEmpty();
        assertThat(order.isClaimed()).isFalse();
    }

    @Test
    void booksUnderAClaimWhereThePartnerKnowsALaterOne() {
        partner.failNext(Kind.CONFLICT);

        assertThat(autoBook.on(ORDER.deliverable()).succeeded()).isTrue();
        assertThat(partner.reservations())
                .containsExactly(Map.entry(ORDER.id(), new DeliveryTime(2_000)));
        assertThat(order.deliveryTime()).isEqualTo("2000");
    }

    @Test
    void doesNotTakeAnotherConflictForABooking() {
        order.refuse(Kind.CONFLICT);

        assertThat(autoBook.on(ORDER.deliverable()).cause()).isInstanceOf(ProblemException.class);
        assertThat(partner.reservations()).isEmpty();
    }

    @Test
    void triesAgainWhenNothingIsOnOffer() {
        AutoBook idle = autoBook(new ScriptedPartner(asked -> List.of()));

        assertThat(Future.succeededFuture(ORDER.deliverable()).compose(idle::on).cause())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().kind().worthRetrying())
                                .isTrue());
    }
}
