package com.acmecorp.database.journal;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Takes over events whose dispatch nobody finished in time, because a process was killed, a message lost or a settlement
 * not written. That is the whole crash recovery, on one node or on many: rows that another node is taking over are
 * skipped.
 */
final class Sweeper implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final String OVERDUE = """
            SELECT event_key FROM events WHERE dispatch_at_ms <= ? ORDER BY dispatch_at_ms LIMIT ?
            FOR UPDATE SKIP LOCKED""";
    private static final String END_LEASES =
            "UPDATE events SET dispatch_at_ms = ? WHERE dispatch_at_ms IS NOT NULL";
    private static final ManyKeys LEASE = new ManyKeys(
            "UPDATE events FORCE INDEX (PRIMARY) SET dispatch_at_ms = ? WHERE event_key IN", "");

    private final Pool pool;
    private final Clock clock;
    private final JournalConfig config;
    private final Consumer<Map<EventKey, EventEnvelope>> publish;

    Sweeper(
            Pool pool,
            Clock clock,
            JournalConfig config,
            Consumer<Map<EventKey, EventEnvelope>> publish) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.publish = publish;
    }

    /** Ends all leases: right where whoever held them is known to be dead, and then nobody has to wait for them. */
    Future<?> endLeases() {
        return pool.preparedQuery(END_LEASES).execute(Tuple.of(clock.millis()));
    }

    @Override
    public Future<Integer> sweep() {
        return pool.withTransaction(this::takeOver)
                .map(events -> publishAgain(Objects.requireNonNull(events)));
    }

    private Future<Map<EventKey, EventEnvelope>> takeOver(SqlConnection connection) {
        return connection
                .preparedQuery(OVERDUE)
                .execute(Tuple.of(clock.millis(), config.sweepBatch()))
                .compose(overdue -> lease(connection, overdue));
    }

    private Future<Map<EventKey, EventEnvelope>> lease(
            SqlConnection connection, Iterable<Row> overdue) {
        TreeSet<Long> keys = new TreeSet<>();
        overdue.forEach(row -> keys.add(row.getLong(0)));
        return LEASE.execute(connection, List.of(clock.millis() + config.leaseMs()), keys)
                .compose(leased -> JournalRows.load(connection, keys));
    }

    private int publishAgain(Map<EventKey, EventEnvelope> events) {
        if (!events.isEmpty()) {
            LOG.info("dispatching {} events that nobody settled in time", events.size());
            publish.accept(events);
        }
        return events.size();
    }
}
