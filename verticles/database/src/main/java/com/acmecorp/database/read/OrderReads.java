package com.acmecorp.database.read;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.sql.OrderRows;
import com.acmecorp.database.sql.Rows;
import com.acmecorp.database.write.IdempotencyClaim;
import com.acmecorp.database.write.KeptClaim;
import com.acmecorp.database.write.Payment;
import com.acmecorp.database.write.Refund;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads of orders, their timelines and the delivery slots. */
public final class OrderReads {

    private static final String ORDER =
            "SELECT " + OrderRows.COLUMNS + " FROM orders WHERE order_id = ?";
    private static final String TEST_ORDERS = "SELECT " + OrderRows.COLUMNS
            + " FROM orders WHERE test_id = ? AND order_id > ? ORDER BY order_id LIMIT ?";
    private static final String TIMELINE = """
            SELECT e.event_key, e.type, e.detail, e.occurred_at_ms, e.dispatch_at_ms,
              d.target, d.attempts, d.next_attempt_at_ms, d.no_subscriber_since_ms
            FROM events e LEFT JOIN deliveries d ON d.event_key = e.event_key
            WHERE e.event_key BETWEEN ? AND ? ORDER BY e.event_key""";
    private static final String SLOTS =
            "SELECT slot_ms, booked FROM delivery_slots WHERE slot_ms >= ? AND slot_ms < ? ORDER BY slot_ms LIMIT 10000";
    private static final String CLAIM = "SELECT " + KeptClaim.COLUMNS + "= ?";

    /** The key's order, whether its payment is open, the order as it was sent, and which of its links are good. */
    private static final String OUTCOME = """
            SELECT k.order_id, i.order_id IS NOT NULL, COALESCE(i.order_created, e.detail),
              COALESCE(o.link_generation, 0)
            FROM idempotency_keys AS k LEFT JOIN payment_intents AS i ON i.order_id = k.order_id
            LEFT JOIN events AS e ON e.event_key = k.order_id * 16
            LEFT JOIN orders AS o ON o.order_id = k.order_id WHERE k.idempotency_key = ?""";

    private static final String PAYMENT =
            "SELECT provider, reference, amount, currency FROM payments WHERE order_id = ?";

    private static final String REFUND =
            "SELECT " + Refund.COLUMNS + " FROM refunds WHERE order_id = ?";

    private final Rows rows;

    public OrderReads(Pool pool) {
        this.rows = new Rows(pool);
    }

    /** The order; fails with NOT_FOUND. */
    public Future<Order> order(OrderId id) {
        return rows.select(ORDER, Tuple.of(id.value()), OrderRows::order)
                .compose(found -> found.isEmpty()
                        ? Future.failedFuture(Problem.ofField(
                                        Kind.NOT_FOUND, "orderId", "There is no order " + id + ".")
                                .asException())
                        : Future.succeededFuture(found.getFirst()));
    }

    /** The first so many of a test's orders, of those with numbers above {@code after}. */
    public Future<List<Order>> testOrders(long testId, long after, int most) {
        return rows.select(TEST_ORDERS, Tuple.of(testId, after, most), OrderRows::order);
    }

    /** What has happened to an order, oldest first. */
    public Future<List<TimelineEntry>> timeline(OrderId id) {
        Tuple range = Tuple.of(EventKey.first(id).value(), EventKey.last(id).value());
        return rows.select(TIMELINE, range, OrderReads::timelineEntry).map(OrderReads::oneForEach);
    }

    /**
     * The booked places of the slots between two times.
     *
     * @param fromMs inclusive
     * @param toMs exclusive
     */
    public Future<List<SlotBooking>> slotBookings(long fromMs, long toMs) {
        return rows.select(
                SLOTS,
                Tuple.of(fromMs, toMs),
                row -> new SlotBooking(row.getLong(0), row.getInteger(1)));
    }

    /**
     * The order that was accepted under a claim's key; fails with ORDER_EXISTS when that was another request, and with
     * IN_PROGRESS while it is being paid for.
     */
    public Future<Optional<OrderId>> accepted(IdempotencyClaim claim) {
        return rows.select(CLAIM, Tuple.of(claim.key()), KeptClaim::of)
                .map(kept -> kept.stream().findFirst().map(found -> found.acceptedFor(claim)));
    }

    /** What became of the order that was sent under a key with that e-mail address. */
    public Future<OrderOutcome> outcome(String key, String email) {
        return rows.select(OUTCOME, Tuple.of(key), row -> OrderOutcome.of(row, email))
                .map(found -> found.isEmpty() ? OrderOutcome.NONE : found.getFirst());
    }

    /** How the order was paid; empty where it is invoiced. */
    public Future<Optional<Payment>> payment(OrderId id) {
        return rows.select(PAYMENT, Tuple.of(id.value()), Payment::of)
                .map(paid -> paid.stream().findFirst());
    }

    /** What is to go back to an order's customer; empty where nothing is, or it went back before refunds were kept. */
    public Future<Optional<Refund>> refund(OrderId id) {
        return rows.select(REFUND, Tuple.of(id.value()), Refund::of)
                .map(found -> found.stream().findFirst());
    }

    private static TimelineEntry timelineEntry(Row row) {
        return new TimelineEntry(
                new EventKey(row.getLong(0)),
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                state(row),
                Stream.ofNullable(row.getString(5)).toList());
    }

    /** Of an event with the delivery to one subscriber, if any is left. */
    private static TimelineEntry.State state(Row row) {
        if (row.getString(5) == null) {
            return row.getLong(4) == null
                    ? TimelineEntry.State.DISPATCHED
                    : TimelineEntry.State.UNDER_WAY;
        }
        if (row.getLong(7) == null) {
            return TimelineEntry.State.DEAD;
        }
        if (row.getLong(8) != null) {
            return TimelineEntry.State.WAITING_FOR_SUBSCRIBER;
        }
        return row.getInteger(6) > 0 ? TimelineEntry.State.RETRYING : TimelineEntry.State.UNDER_WAY;
    }

    /** An event comes once for each delivery that is left of it. */
    private static List<TimelineEntry> oneForEach(List<TimelineEntry> entries) {
        Map<EventKey, TimelineEntry> events = new LinkedHashMap<>();
        entries.forEach(entry -> events.merge(entry.key(), entry, TimelineEntry::and));
        return List.copyOf(events.values());
    }
}
