package com.acmecorp.database.write;

import com.acmecorp.database.deadletter.EventDelivery;
import com.acmecorp.database.deadletter.FinalFailure;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.EventKey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a unit of work leaves to be attempted again: failures cost rows, successes don't. */
final class Deliveries implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT event_key, target, cause_id, replay_id, last_error FROM deliveries"
                    + " FORCE INDEX (PRIMARY) WHERE event_key IN",
            "FOR UPDATE");

    /** An attempt that is on record already is not begun anew. */
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO deliveries (event_key, target, attempts, next_attempt_at_ms, last_error, event_id, cause_id,"
                    + " died_at_ms, no_subscriber_since_ms) VALUES",
            9,
            "ON DUPLICATE KEY UPDATE last_error = VALUES(last_error)");

    private static final String WAKE = """
            UPDATE deliveries SET attempts = 0, next_attempt_at_ms = ?, cause_id = NULL, died_at_ms = NULL, replay_id = ?
            WHERE event_key = ? AND target = ?""";

    private final Instant now;
    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<EventDelivery, DeliveryState> states = new HashMap<>();
    private final TreeMap<EventDelivery, Tuple> added = new TreeMap<>();
    private final TreeMap<EventDelivery, Tuple> woken = new TreeMap<>();

    Deliveries(Instant now) {
        this.now = now;
    }

    /**
     * How a delivery stands that is not acknowledged yet.
     *
     * @param causeId what it died of; null: it is to be attempted again
     * @param replayId the last replay that had it attempted anew, if any
     * @param error of its last attempt
     */
    record DeliveryState(@Nullable String causeId, @Nullable String replayId, String error) {}

    void need(EventKey event) {
        needed.add(event.value());
    }

    /** How a delivery stands; null when nothing of it is left to do. */
    @Nullable
    DeliveryState find(EventDelivery letter) {
        return states.get(letter);
    }

    void add(EventKey event, OpenDelivery delivery) {
        FinalFailure death = delivery.death();
        added.put(
                new EventDelivery(event, delivery.target()),
                Tuple.tuple()
                        .addLong(event.value())
                        .addString(delivery.target())
                        .addInteger(delivery.attempts())
                        .addLong(delivery.nextAttemptAtMs())
                        .addString(delivery.error())
                        .addString(death == null ? null : death.eventId().toString())
                        .addString(death == null ? null : death.causeId())
                        .addLong(death == null ? null : now.toEpochMilli())
                        .addLong(delivery.noSubscriberSinceMs()));
    }

    /** Gives a dead letter all its attempts again, from now on. */
    void wake(EventDelivery letter, String replayId) {
        DeliveryState dead = states.get(letter);
        states.put(letter, new DeliveryState(null, replayId, dead == null ? "" : dead.error()));
        woken.put(
                letter,
                Tuple.of(now.toEpochMilli(), replayId, letter.event().value(), letter.target()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> states.put(
                new EventDelivery(new EventKey(row.getLong(0)), row.getString(1)),
                new DeliveryState(row.getString(2), row.getString(3), row.getString(4))));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return Future.all(
                INSERT.execute(connection, added.values().stream().toList()),
                woken.isEmpty()
                        ? Future.succeededFuture()
                        : connection
                                .preparedQuery(WAKE)
                                .executeBatch(new ArrayList<>(woken.values())));
    }
}
