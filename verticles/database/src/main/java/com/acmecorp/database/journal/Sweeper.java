package com.acmecorp.database.journal;

import com.acmecorp.database.journal.JournalRows.Loaded;
import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.write.OpenDelivery;
import com.acmecorp.database.write.SettleEvent;
import com.acmecorp.database.write.Write;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;
import com.acmecorp.platform.events.EventPublisher;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Takes over events whose dispatch nobody finished in time, because a process was killed, a message lost or a settlement
 * not written. That is the whole crash recovery, on one node or on many: rows that another node is taking over are
 * skipped.
 *
 * <p>The dispatch that nobody settled was each target's first attempt, and may be what killed the process. So the event
 * isn't dispatched again but goes to {@code deliveries}, where each attempt is counted before it is made.
 */
final class Sweeper implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final String LONGEST_OVERDUE = """
            SELECT event_key FROM events FORCE INDEX (events_by_dispatch)
            WHERE dispatch_at_ms <= ? ORDER BY dispatch_at_ms LIMIT ? FOR UPDATE SKIP LOCKED""";
    private static final String LAST_OVERDUE = """
            SELECT event_key FROM events FORCE INDEX (events_by_dispatch)
            WHERE dispatch_at_ms <= ? ORDER BY dispatch_at_ms DESC LIMIT ? FOR UPDATE SKIP LOCKED""";
    private static final ManyKeys LEASE = new ManyKeys(
            "UPDATE events FORCE INDEX (PRIMARY) SET dispatch_at_ms = ? WHERE event_key IN", "");

    private final Pool pool;
    private final Clock clock;
    private final JournalConfig config;
    private final EventPublisher publisher;
    private final Function<Write<Boolean>, Future<Boolean>> writes;
    private boolean tookLast;

    Sweeper(
            Pool pool,
            Clock clock,
            JournalConfig config,
            EventPublisher publisher,
            Function<Write<Boolean>, Future<Boolean>> writes) {
        this.pool = pool;
        this.clock = clock;
        this.config = config;
        this.publisher = publisher;
        this.writes = writes;
    }

    @Override
    public Future<Integer> sweep() {
        return InTransaction.lease(pool, this::takeOver)
                .compose(events -> attemptAgain(Objects.requireNonNull(events)));
    }

    /** From both ends by turns, so that an event of today doesn't wait behind a million of yesterday. */
    private Future<Loaded> takeOver(SqlConnection connection) {
        tookLast = !tookLast;
        return connection
                .preparedQuery(tookLast ? LAST_OVERDUE : LONGEST_OVERDUE)
                .execute(Tuple.of(clock.millis(), config.sweepBatch()))
                .compose(overdue -> lease(connection, overdue));
    }

    private Future<Loaded> lease(SqlConnection connection, Iterable<Row> overdue) {
        TreeSet<Long> keys = new TreeSet<>();
        overdue.forEach(row -> keys.add(row.getLong(0)));
        return LEASE.execute(connection, List.of(clock.millis() + config.leaseMs()), keys)
                .compose(leased -> JournalRows.load(connection, keys));
    }

    private Future<Integer> attemptAgain(Loaded loaded) {
        Map<EventKey, EventEnvelope> events = loaded.events();
        if (!events.isEmpty()) {
            LOG.info("attempting {} events again that nobody settled in time", events.size());
        }
        List<Future<Boolean>> settled = new ArrayList<>();
        events.forEach((key, event) -> settled.add(writes.apply(takenOver(key, event))));
        loaded.unreadable()
                .forEach((key, reason) ->
                        settled.add(writes.apply(UnreadableEvents.setAside(key, reason))));
        return Future.join(settled).map(settled.size());
    }

    private SettleEvent takenOver(EventKey key, EventEnvelope event) {
        return new SettleEvent(
                key,
                publisher.targets(event.detail()).stream()
                        .map(target -> OpenDelivery.waiting(
                                target, 1, clock.millis(), "its first dispatch wasn't settled"))
                        .toList());
    }
}
