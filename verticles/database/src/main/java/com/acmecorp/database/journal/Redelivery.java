package com.acmecorp.database.journal;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;
import com.acmecorp.platform.events.Outcome;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the further attempts at one target: of deliveries that failed, and of those put off while it was busy. The
 * attempt is counted before it is made, so that an event that kills the process is given up in the end too.
 */
final class Redelivery implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);
    private static final String DUE = """
            SELECT event_key, attempts FROM deliveries WHERE target = ? AND next_attempt_at_ms <= ?
            ORDER BY next_attempt_at_ms LIMIT ? FOR UPDATE SKIP LOCKED""";
    private static final ManyKeys COUNT = new ManyKeys(
            "UPDATE deliveries SET attempts = attempts + 1, next_attempt_at_ms = ? WHERE target = ? AND event_key IN",
            "");
    private static final ManyKeys DONE =
            new ManyKeys("DELETE FROM deliveries WHERE target = ? AND event_key IN", "");
    private static final String FAILED = """
            UPDATE deliveries SET attempts = attempts - ?, next_attempt_at_ms = ?, last_error = LEFT(?, 500)
            WHERE event_key = ? AND target = ?""";

    private final String target;
    private final Pool pool;
    private final Targets targets;
    private final Backoff backoff;
    private final Clock clock;
    private final JournalConfig config;

    Redelivery(
            String target,
            Pool pool,
            Targets targets,
            Backoff backoff,
            Clock clock,
            JournalConfig config) {
        this.target = target;
        this.pool = pool;
        this.targets = targets;
        this.backoff = backoff;
        this.clock = clock;
        this.config = config;
    }

    /** Deliveries whose attempt was counted: the event's key and the number of the attempt. */
    private record Due(Map<EventKey, Integer> attempts, Map<EventKey, EventEnvelope> events) {}

    @Override
    public Future<Integer> sweep() {
        int room = Math.min(targets.room(target), config.sweepBatch());
        return room <= 0
                ? Future.succeededFuture(0)
                : pool.withTransaction(connection -> countAttempts(connection, room))
                        .compose(due -> attempt(Objects.requireNonNull(due)));
    }

    private Future<Due> countAttempts(SqlConnection connection, int room) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(target, clock.millis(), room))
                .compose(rows -> countAttempts(connection, rows));
    }

    private Future<Due> countAttempts(SqlConnection connection, Iterable<Row> rows) {
        Map<EventKey, Integer> attempts = new TreeMap<>();
        rows.forEach(row -> attempts.put(new EventKey(row.getLong(0)), row.getInteger(1) + 1));
        List<Long> keys = attempts.keySet().stream().map(EventKey::value).toList();
        return COUNT.execute(connection, List.of(clock.millis() + config.leaseMs(), target), keys)
                .compose(counted -> JournalRows.load(connection, keys))
                .map(events -> new Due(attempts, events));
    }

    private Future<Integer> attempt(Due due) {
        List<EventKey> keys = List.copyOf(due.events().keySet());
        List<Future<Outcome>> outcomes =
                targets.send(target, List.copyOf(due.events().values()));
        return Future.join(outcomes)
                .compose(sent -> record(keys, outcomes, due))
                .map(keys.size());
    }

    private Future<?> record(List<EventKey> keys, List<Future<Outcome>> outcomes, Due due) {
        TreeSet<Long> done = new TreeSet<>();
        List<Tuple> failed = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Outcome outcome = outcomes.get(i).result();
            if (outcome.isAcknowledged()) {
                done.add(keys.get(i).value());
            } else {
                failed.add(failedRow(keys.get(i), due, outcome));
            }
        }
        return pool.withTransaction(connection -> Future.all(
                DONE.execute(connection, List.of(target), done),
                failed.isEmpty()
                        ? Future.succeededFuture()
                        : connection.preparedQuery(FAILED).executeBatch(failed)));
    }

    private Tuple failedRow(EventKey key, Due due, Outcome outcome) {
        int attempts = due.attempts().getOrDefault(key, 1);
        boolean givenUp = outcome.givesUp(attempts, config.maxAttempts());
        if (givenUp) {
            LOG.atError()
                    .addKeyValue("orderId", key.orderId())
                    .addKeyValue("eventId", key.eventId())
                    .addKeyValue("target", target)
                    .log("delivery given up after {} attempts: {}", attempts, outcome.error());
        }
        return Tuple.tuple()
                .addInteger(outcome.reachedItsTarget() ? 0 : 1)
                .addLong(givenUp ? null : clock.millis() + pauseMs(key, due, outcome))
                .addString(String.valueOf(outcome.error()))
                .addLong(key.value())
                .addString(target);
    }

    /** Attempts that didn't reach the target aren't counted, so the event's age takes their place. */
    private long pauseMs(EventKey key, Due due, Outcome outcome) {
        return outcome.reachedItsTarget()
                ? backoff.pauseMs(due.attempts().getOrDefault(key, 1))
                : backoff.pauseMs(Duration.between(
                        Objects.requireNonNull(due.events().get(key)).time(), clock.instant()));
    }
}
