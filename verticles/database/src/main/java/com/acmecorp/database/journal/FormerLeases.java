package com.acmecorp.database.journal;

import com.acmecorp.database.sql.InTransaction;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.util.TreeSet;

/**
 * Ends the leases on events of processes that are known to be dead, so that nobody waits until they run out. There may be
 * millions, so it does so a batch at a time, with a rest after each, while new orders are taken.
 */
final class FormerLeases {

    private static final int BATCH = 1_000;
    private static final long CLOCKS_STEP_MS = 1_000;

    private static final String LEASED = """
            SELECT event_key FROM events FORCE INDEX (events_by_dispatch)
            WHERE dispatch_at_ms > ? AND dispatch_at_ms < ? ORDER BY dispatch_at_ms LIMIT 1000""";

    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;
    private final int leaseMs;

    FormerLeases(Vertx vertx, Pool pool, Clock clock, int leaseMs) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        this.leaseMs = leaseMs;
    }

    /**
     * Ends those that were taken before now: they run out sooner than any that is taken from now on. One that runs out
     * later than these was taken by a clock that was ahead, or for longer than leases are now.
     */
    Future<?> end() {
        long nowMs = clock.millis();
        return endBetween(nowMs, nowMs, nowMs + leaseMs).compose(ended -> endFarAhead(nowMs));
    }

    private Future<?> endBetween(long dueAtMs, long fromMs, long toMs) {
        long beganMs = clock.millis();
        return endSome(dueAtMs, fromMs, toMs)
                .compose(ended -> ended < BATCH
                        ? Future.succeededFuture()
                        : rest(beganMs).compose(rested -> endBetween(dueAtMs, fromMs, toMs)));
    }

    private Future<?> endFarAhead(long dueAtMs) {
        long beganMs = clock.millis();
        return endSome(dueAtMs, beganMs + leaseMs + CLOCKS_STEP_MS, Long.MAX_VALUE)
                .compose(ended -> ended < BATCH
                        ? Future.succeededFuture()
                        : rest(beganMs).compose(rested -> endFarAhead(dueAtMs)));
    }

    /** Half of the time is left to others. */
    private Future<?> rest(long beganMs) {
        return vertx.timer(Math.max(1, clock.millis() - beganMs));
    }

    private Future<Integer> endSome(long dueAtMs, long fromMs, long toMs) {
        return InTransaction.run(
                pool,
                connection -> connection
                        .preparedQuery(LEASED)
                        .execute(Tuple.of(fromMs, toMs))
                        .compose(leased -> end(connection, dueAtMs, leased)));
    }

    private static Future<Integer> end(SqlConnection connection, long dueAtMs, RowSet<Row> leased) {
        TreeSet<Long> keys = new TreeSet<>();
        leased.forEach(row -> keys.add(row.getLong(0)));
        return JournalRows.endLeases(connection, keys, dueAtMs).map(ended -> keys.size());
    }
}
