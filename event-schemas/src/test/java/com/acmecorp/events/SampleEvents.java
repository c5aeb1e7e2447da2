package com.acmecorp.events;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** One event of each type: with all its fields, and with no more than it needs. */
final class SampleEvents {

    static final OrderId ORDER = new OrderId(OrderId.MAX);
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
    static final TraceParent TRACE =
            new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    static final BigInteger LONGEST_ORG_NUMBER = new BigInteger("9".repeat(20));

    private static final Money CHARGED = new Money(600_000, Currency.getInstance("MXN"));

    private SampleEvents() {}

    static List<OrderEvent> all() {
        return List.of(
                created(LONGEST_ORG_NUMBER, 352),
                placed(CHARGED),
                stockCreated(0),
                deliverable(7),
                booked("HI"),
                cancelled(CHARGED, Settlement.PAID));
    }

    static List<OrderEvent> minimal() {
        return List.of(
                created(null, 0),
                placed(null),
                stockCreated(0),
                deliverable(0),
                booked(null),
                cancelled(null, null));
    }

    static OrderCreated created(@Nullable BigInteger orgNumber, long testId) {
        return new OrderCreated(
                ORDER,
                "Zoë O'Brien",
                "zoe@example.com",
                "321321321",
                "Thisway 1",
                "Thatplace",
                testId == 0 ? null : "Oregon",
                testId == 0 ? null : "97205",
                testId == 0 ? null : "es",
                "B2B",
                "US",
                "BB001,LB001",
                new UsdCents(30_000),
                orgNumber,
                orgNumber == null ? null : orgNumber.toString(),
                testId,
                testId == 0 ? null : CHARGED,
                testId == 0 ? null : Settlement.INVOICE,
                metadata(EventType.ORDER_CREATED, testId));
    }

    static OrderDeliverable deliverable(long testId) {
        return new OrderDeliverable(
                ORDER,
                "李雷",
                "li@example.com",
                "1",
                "🌵 street",
                "Mérida",
                testId == 0 ? null : "Yucatán",
                testId == 0 ? null : "97000",
                testId == 0 ? null : "es",
                metadata(EventType.ORDER_DELIVERABLE, testId));
    }

    static StockCreated stockCreated(long testId) {
        return new StockCreated(ORDER, metadata(EventType.STOCK_CREATED, testId));
    }

    private static OrderPlaced placed(@Nullable Money charged) {
        return new OrderPlaced(
                ORDER,
                "BB001",
                "Zoë",
                "zoe@example.com",
                new UsdCents(0),
                charged,
                metadata(EventType.ORDER_PLACED, 0));
    }

    private static DeliveryBooked booked(@Nullable String state) {
        return new DeliveryBooked(
                ORDER,
                "Zoë",
                "zoe@example.com",
                "1",
                "Thisway 1",
                "Thatplace",
                state,
                null,
                null,
                DeliveryTime.parse("1767286800000"),
                metadata(EventType.DELIVERY_BOOKED, 0));
    }

    private static OrderCancelled cancelled(
            @Nullable Money charged, @Nullable Settlement settlement) {
        return new OrderCancelled(
                ORDER,
                "Zoë",
                "zoe@example.com",
                settlement == null ? null : "en",
                new UsdCents(0),
                charged,
                settlement,
                metadata(EventType.ORDER_CANCELLED, 0));
    }

    private static Metadata metadata(EventType type, long testId) {
        return new Metadata(
                EventKey.of(ORDER, type).eventId(),
                Metadata.SCHEMA_VERSION,
                NOON,
                TRACE,
                "US",
                testId,
                2);
    }
}
