package com.acmecorp.database.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Currency;
import java.util.List;

class OrderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final DeliveryTime MORNING = new DeliveryTime(4_000_000_000_000L);
    private static final DeliveryTime NOON = new DeliveryTime(4_000_010_000_000L);
    private static final Facts FACTS = new Facts(
            new OrderId(7),
            new Contact("Ana", "ana@example.com", "1", "Calle 1", "Puebla"),
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
