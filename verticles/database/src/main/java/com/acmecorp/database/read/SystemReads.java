package com.acmecorp.database.read;

import com.acmecorp.database.sql.Rows;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;

/** Reads about the system itself: open payments, and what became of a test. */
public final class SystemReads {

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

    /** Numbers of orders ascend, so that the oldest payment is among the first. */
    private static final String OPEN_PAYMENTS = """
            SELECT COUNT(*), COALESCE(MIN(opened_at_ms), ?)
            FROM (SELECT opened_at_ms FROM payment_intents ORDER BY order_id LIMIT 10000) counted""";

    private static final long COUNTED_UP_TO = 10_000;

    private final Rows reports;
    private final Rows watch;
    private final Clock clock;

    /**
     * Reads of a system.
     *
     * @param reports for what costs as much as a test has orders
     * @param watch for what costs little
     */
    public SystemReads(Pool reports, Pool watch, Clock clock) {
        this.reports = new Rows(reports);
        this.watch = new Rows(watch);
        this.clock = clock;
    }

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
     * @param atLeast whether there may be more than that: they weren't counted further
     */
    public record OpenPayments(long open, long oldestMs, boolean atLeast) {}

    public Future<Progress> progress(long testId) {
        return reports.selectOne(
                PROGRESS, Tuple.of(testId), row -> new Progress(row.getLong(0), row.getLong(1)));
    }

    public Future<Audit> audit(long testId) {
        Tuple values = Tuple.of(testId, testId, testId, testId, testId, testId);
        return reports.selectOne(AUDIT, values, SystemReads::audit);
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
        return watch.selectOne(
                OPEN_PAYMENTS,
                Tuple.of(now),
                row -> new OpenPayments(
                        row.getLong(0),
                        Math.max(0, now - row.getLong(1)),
                        row.getLong(0) >= COUNTED_UP_TO));
    }
}
