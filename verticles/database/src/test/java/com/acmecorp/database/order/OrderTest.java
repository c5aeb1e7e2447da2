package com.acmecorp.database.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.util.Objects.requireNonNull;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

class OrderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final DeliveryTime MORNING = new DeliveryTime(4_000_000_000_000L);
    private static final DeliveryTime NOON = new DeliveryTime(4_000_010_000_000L);
    private static final DeliveryTime LATER = new DeliveryTime(4_001_000_000_000L);
    private static final BookingTerms WITHIN_A_DAY =
            new BookingTerms(null, new ChangeCutoff(24), false);
    private static final Facts FACTS = new Facts(
            new OrderId(7),
            new Contact("Ana", "ana@example.com", "1", "Calle 1", "Puebla", null, null, null),
            "B2C",
            "MX",
            "BB001",
            new UsdCents(15_000),
            null,
            null,
            3,
            new Money(300_000, Currency.getInstance("MXN")),
            TraceParent.fresh(),
            NOW);

    private final Order placed = Order.place(FACTS, NOW);
    private final Order stocked = placed.markStocked(NOW);

    @Test
    void movesFromPlacedToStockedToDeliveryBooked() {
        assertThat(placed.progress().status()).isEqualTo(Status.PLACED);
        assertThat(stocked.progress().status()).isEqualTo(Status.STOCKED);
        Order booked = stocked.book(MORNING).markDeliveryBooked(NOW);
        assertThat(booked.progress().status()).isEqualTo(Status.DELIVERY_BOOKED);
        assertThat(booked.markStocked(NOW)).isEqualTo(booked);
    }

    @Test
    void canBeBookedOnlyOnceItsGoodsAreThere() {
        refused(() -> placed.book(MORNING));
        refused(() -> stocked.markDeliveryBooked(NOW));
    }

    @Test
    void allowsOneChangeAndTheSameTimeAgain() {
        Order changed = stocked.book(MORNING).book(MORNING).book(NOON);
        assertThat(changed.progress().deliveryRevision()).isEqualTo(1);
        assertThat(changed.book(NOON)).isEqualTo(changed);
        refused(() -> changed.book(MORNING));
    }

    @Test
    void canBeChangedUntilTheCutoffAndToATimeAfterIt() {
        Order booked = stocked.book(MORNING);
        Instant last = MORNING.instant().minus(Duration.ofHours(24)).minusMillis(1);

        assertThat(booked.book(LATER, WITHIN_A_DAY, last).progress().deliveryTime())
                .isEqualTo(LATER);
        refused("until 24 hours", () -> booked.book(LATER, WITHIN_A_DAY, last.plusMillis(1)));
        refused("has begun", () -> booked.book(LATER, WITHIN_A_DAY, MORNING.instant()));
        refused(
                "more than 24 hours away",
                () -> stocked.book(LATER).book(NOON, WITHIN_A_DAY, MORNING.instant()));
        assertThat(booked.book(MORNING, WITHIN_A_DAY, MORNING.instant())).isEqualTo(booked);
    }

    @Test
    void canBeBookedAtAnyTimeThatHasNotBegun() {
        Instant justBefore = MORNING.instant().minusMillis(1);

        assertThat(stocked.book(MORNING, WITHIN_A_DAY, justBefore).progress().deliveryTime())
                .isEqualTo(MORNING);
        refused("has begun", () -> stocked.book(MORNING, WITHIN_A_DAY, MORNING.instant()));
        BookingTerms noCutoff = new BookingTerms(null, new ChangeCutoff(0), false);
        assertThat(stocked.book(NOON).book(MORNING, noCutoff, justBefore).progress())
                .isEqualTo(stocked.book(NOON).book(MORNING).progress());
    }

    @Test
    void canBeChangedByAnOperatorAtAnyTimeAndAgain() {
        BookingTerms override = new BookingTerms(null, new ChangeCutoff(24), true);
        Order changed = stocked.book(MORNING).book(NOON);

        Order again = changed.book(LATER, override, NOON.instant());

        assertThat(again.progress().deliveryRevision()).isEqualTo(2);
        refused("cancelled", () -> placed.cancel(NOW).book(NOON, override, NOW));
    }

    @Test
    void isChangedByNobodyMoreOftenThanItHasKeysFor() {
        BookingTerms override = BookingTerms.NONE.byOperator();
        Order changed = stocked.book(MORNING);
        for (int change = 1; change <= EventKey.MOST_CHANGES; change++) {
            changed = changed.book(new DeliveryTime(MORNING.epochMs() + change), override, NOW);
        }
        Order last = changed;

        assertThat(last.deliveryBooked(NOW).type()).isEqualTo(EventType.DELIVERY_BOOKED);
        assertThat(last.book(requireNonNull(last.progress().deliveryTime()), override, NOW))
                .isEqualTo(last);
        invalid("please cancel the order", () -> last.book(NOON, override, NOW));
        invalid("please call us", () -> last.book(NOON));
    }

    @Test
    void isBookedByNobodyForATimeThatHasBegun() {
        BookingTerms override = BookingTerms.NONE.byOperator();

        refused("has begun", () -> stocked.book(MORNING, override, MORNING.instant()));
    }

    private static void invalid(String words, ThrowingCallable booking) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(booking)
                .withMessageContaining(words)
                .satisfies(refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.INVALID));
    }

    @Test
    void isBookedOnlyOverTheBookingThatWasSeen() {
        Order booked = stocked.book(MORNING);

        assertThat(stocked.book(NOON, expecting("none"), NOW)).isEqualTo(stocked.book(NOON));
        assertThat(booked.book(NOON, expecting(MORNING.toString()), NOW))
                .isEqualTo(booked.book(NOON));
        refused("meanwhile", () -> booked.book(NOON, expecting("none"), NOW));
        refused("meanwhile", () -> stocked.book(NOON, expecting(MORNING.toString()), NOW));
        assertThat(booked.book(MORNING, expecting("none"), NOW)).isEqualTo(booked);
    }

    private static BookingTerms expecting(String time) {
        return new BookingTerms(ExpectedTime.parse(time), null, false);
    }

    private static void refused(String words, ThrowingCallable booking) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(booking)
                .withMessageContaining(words)
                .satisfies(
                        refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.CONFLICT));
    }

    @Test
    void canBeCancelledUntilItsDeliveryTimeIsBooked() {
        for (Order order : List.of(placed, stocked)) {
            Order cancelled = order.cancel(NOW);
            assertThat(cancelled.progress().status()).isEqualTo(Status.CANCELLED);
            assertThat(cancelled.progress().cancelledAt()).isEqualTo(NOW);
            assertThat(cancelled.cancel(NOW.plusSeconds(1))).isEqualTo(cancelled);
        }
        refused(() -> stocked.book(MORNING).cancel(NOW));
        refused(() -> stocked.book(MORNING).markDeliveryBooked(NOW).cancel(NOW));
    }

    @Test
    void staysCancelledWhateverArrivesLate() {
        Order cancelled = placed.cancel(NOW);
        assertThat(cancelled.markStocked(NOW)).isEqualTo(cancelled);
        assertThat(cancelled.markDeliveryBooked(NOW)).isEqualTo(cancelled);
        refused(() -> cancelled.book(MORNING));
        refused(() -> stocked.cancel(NOW).book(MORNING));
    }

    @Test
    void tellsOfItselfInEventsThatCarryItsTraceMarketAndTest() {
        var event = stocked.book(MORNING).book(NOON).deliveryBooked(NOW);
        assertThat(event.deliveryTime()).isEqualTo(NOON);
        assertThat(event.metadata().eventId())
                .isEqualTo(EventKey.of(FACTS.orderId(), EventType.DELIVERY_BOOKED, 1)
                        .eventId());
        assertThat(event.metadata().traceparent()).isEqualTo(FACTS.trace());
        assertThat(event.metadata().market()).isEqualTo("MX");
        assertThat(event.metadata().isTest()).isTrue();
    }

    private static void refused(Runnable step) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(step::run)
                .matches(refusal -> refusal.problem().kind() == Kind.CONFLICT);
    }
}
