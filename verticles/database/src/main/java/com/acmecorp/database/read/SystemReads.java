package com.acmecorp.database.read;

import com.acmecorp.database.sql.Rows;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.util.List;

/** Reads about the system itself: what is still to be done, and what became of a test. */
public final class SystemReads {

    private static final String BACKLOG = """
            SELECT (SELECT COUNT(*) FROM events WHERE dispatch_at_ms IS NOT NULL),
              (SELECT COALESCE(MIN(dispatch_at_ms), ?) FROM events WHERE dispatch_at_ms IS NOT NULL),
              (SELECT COUNT(*) FROM deliveries WHERE next_attempt_at_ms IS NOT NULL),
              (SELECT COUNT(*) FROM deliveries WHERE next_attempt_at_ms IS NULL)""";

    /** By subscriber, what waits for it to run at all. */
    private static final String UNHEARD = """
            SELECT target, COUNT(*), MIN(no_subscriber_since_ms) FROM deliveries
            WHERE no_subscriber_since_ms IS NOT NULL GROUP BY target ORDER BY target""";

    private static final String PROGRESS =
            "SELECT COUNT(*), COUNT(delivery_booked_at_ms) FROM orders WHERE test_id = ?";

    /** Counts by key look-ups only: each order's five events have known keys. */
    private static final String AUDIT = """
            SELECT COUNT(DISTINCT o.order_id), COUNT(e.event_key),
              COALESCE(SUM(e.dispatch_at_ms IS NULL
                AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event_key = e.event_key)), 0),
              (SELECT COUNT(*) FROM orders o JOIN payments p ON p.order_id = o.order_id WHERE o.test_id = ?),
              (SELECT COUNT(*) FROM orders o JOIN ledger l ON l.order_id = o.order_id WHERE o.test_id = ?),
              (SELECT COUNT(*) FROM orders o JOIN ledger_lines l ON l.order_id = o.order_id WHERE o.test_id = ?),
              (SELECT COUNT(*) FROM (
                SELECT l.order_id FROM orders o JOIN ledger_lines l ON l.order_id = o.order_id
                WHERE o.test_id = ? GROUP BY l.order_id, l.entry, l.currency HAVING SUM(l.amount) <> 0) u),
              (SELECT COUNT(*) FROM orders o JOIN emails m FORCE INDEX (emails_by_state)
                ON m.order_id = o.order_id AND m.state IN ('KEPT', 'SENT', 'TO_SEND') WHERE o.test_id = ?)
            FROM orders o
            JOIN (SELECT 0 AS slot UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) s
            JOIN events e ON e.event_key = o.order_id * 16 + s.slot
            WHERE o.test_id = ?""";

    private static final String OPEN_PAYMENTS =
            "SELECT COUNT(*), COALESCE(MIN(opened_at_ms), ?) FROM payment_intents";

    private final Rows rows;
    private final Clock clock;

    public SystemReads(Pool pool, Clock clock) {
        this.rows = new Rows(pool);
        this.clock = clock;
    }

    /**
     * What the journal still has to deliver.
     *
     * @param overdueMs by how much the oldest undispatched event is past its lease
     * @param waitingForSubscriber deliveries that nobody listens for
     * @param missingSubscribers whom those are for
     */
    public record Backlog(
            long undispatched,
            long overdueMs,
            long retrying,
            long dead,
            long waitingForSubscriber,
            List<MissingSubscriber> missingSubscribers) {

        public Backlog {
            missingSubscribers = List.copyOf(missingSubscribers);
        }
    }

    /**
     * A subscriber that runs nowhere.
     *
     * @param events that wait for it
     * @param waitingMs for how long the first of them has
     */
    public record MissingSubscriber(String subscriber, long events, long waitingMs) {}

    public record Progress(long placed, long booked) {}

    /**
     * What became of a test.
     *
     * @param unbalancedEntries entries of the ledger whose lines don't add up to zero
     */
    public record Audit(
            long orders,
            long events,
            long eventsDispatched,
            long payments,
            long ledgerEntries,
            long ledgerLines,
            long unbalancedEntries,
            long emails) {}

    /**
     * Payments of which nobody here knows yet what becomes of them.
     *
     * @param oldestMs age of the oldest
     */
    public record OpenPayments(long open, long oldestMs) {}

    public Future<Backlog> backlog() {
        long now = clock.millis();
        return rows.select(UNHEARD, Tuple.tuple(), row -> missing(row, now))
                .compose(missing ->
                        rows.selectOne(BACKLOG, Tuple.of(now), row -> backlog(row, now, missing)));
    }

    private static MissingSubscriber missing(Row row, long now) {
        return new MissingSubscriber(
                row.getString(0), row.getLong(1), Math.max(0, now - row.getLong(2)));
    }

    private static Backlog backlog(Row row, long now, List<MissingSubscriber> missing) {
        return new Backlog(
                row.getLong(0),
                Math.max(0, now - row.getLong(1)),
                row.getLong(2),
                row.getLong(3),
                missing.stream().mapToLong(MissingSubscriber::events).sum(),
                missing);
    }

    public Future<Progress> progress(long testId) {
        return rows.selectOne(
                PROGRESS, Tuple.of(testId), row -> new Progress(row.getLong(0), row.getLong(1)));
    }

    public Future<Audit> audit(long testId) {
        Tuple values = Tuple.of(testId, testId, testId, testId, testId, testId);
        return rows.selectOne(AUDIT, values, SystemReads::audit);
    }

    private static Audit audit(Row row) {
        return new Audit(
                row.getLong(0),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }

    /** Payments that are neither settled nor given back. */
    public Future<OpenPayments> openPayments() {
        long now = clock.millis();
        return rows.selectOne(
                OPEN_PAYMENTS,
                Tuple.of(now),
                row -> new OpenPayments(row.getLong(0), Math.max(0, now - row.getLong(1))));
    }
}
