package com.acmecorp.database.journal;

import com.acmecorp.database.deadletter.FinalFailure;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of the table {@code deliveries} that belong to one target. An attempt's failure changes the row only if that
 * is still the last attempt: whoever was slow to tell doesn't undo what others have done meanwhile.
 */
record DeliveryRows(String target) {

    private static final String DUE = """
            SELECT event_key, attempts FROM deliveries FORCE INDEX (deliveries_by_target) WHERE target = ? AND next_attempt_at_ms <= ?
            ORDER BY next_attempt_at_ms LIMIT ? FOR UPDATE SKIP LOCKED""";

    /** The more attempts have no outcome yet, the longer and the less alike the time until the next one. */
    private static final ManyKeys COUNT = new ManyKeys(
            "UPDATE deliveries SET next_attempt_at_ms = ? + FLOOR(RAND() * attempts * ?), attempts = attempts + 1,"
                    + " under_way = TRUE"
                    + " WHERE target = ? AND event_key IN",
            "");

    private static final ManyKeys DONE =
            new ManyKeys("DELETE FROM deliveries WHERE target = ? AND event_key IN", "");
    private static final String RETRY = """
            UPDATE deliveries SET attempts = attempts - ?, next_attempt_at_ms = ?, last_error = ?,
              no_subscriber_since_ms = NULL, under_way = FALSE
            WHERE event_key = ? AND target = ? AND attempts = ?""";
    private static final String UNHEARD = """
            UPDATE deliveries SET attempts = attempts - 1, next_attempt_at_ms = ?, last_error = ?,
              no_subscriber_since_ms = COALESCE(no_subscriber_since_ms, ?), under_way = FALSE
            WHERE event_key = ? AND target = ? AND attempts = ?""";
    private static final String DIED = """
            UPDATE deliveries SET next_attempt_at_ms = NULL, last_error = ?, event_id = ?, cause_id = ?, died_at_ms = ?,
              no_subscriber_since_ms = NULL, under_way = FALSE
            WHERE event_key = ? AND target = ? AND attempts = ?""";

    /** Such a one is due when its lease ends: none is among those that are due, or dead. */
    private static final String UNDER_WAY = """
            SELECT event_key FROM deliveries FORCE INDEX (deliveries_by_target)
            WHERE target = ? AND next_attempt_at_ms > ? AND under_way = TRUE""";

    private static final ManyKeys GIVE_BACK = new ManyKeys(
            "UPDATE deliveries FORCE INDEX (PRIMARY) SET next_attempt_at_ms = ?, under_way = FALSE"
                    + " WHERE target = ? AND under_way = TRUE AND event_key IN",
            "");

    /**
     * The last attempts at those whose time has come; their rows are locked from now on. What can't be read any more is
     * given up.
     */
    Future<List<Attempt>> due(SqlConnection connection, long nowMs, int most) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(target, nowMs, most))
                .compose(rows -> withEvents(connection, rows, nowMs));
    }

    private Future<List<Attempt>> withEvents(
            SqlConnection connection, Iterable<Row> rows, long nowMs) {
        Map<EventKey, Integer> numbers = new TreeMap<>();
        rows.forEach(row -> numbers.put(new EventKey(row.getLong(0)), row.getInteger(1)));
        return JournalRows.load(
                        connection,
                        numbers.keySet().stream().map(EventKey::value).toList())
                .compose(loaded -> die(connection, unreadable(numbers, loaded.unreadable(), nowMs))
                        .map(attempts(numbers, loaded.events())));
    }

    private List<Tuple> unreadable(
            Map<EventKey, Integer> numbers, Map<EventKey, String> reasons, long nowMs) {
        List<Tuple> finalFailures = new ArrayList<>();
        reasons.forEach((key, reason) -> finalFailures.add(finalFailure(
                key,
                numbers.getOrDefault(key, 0),
                FinalFailure.ofUnreadable(key, target, reason),
                nowMs)));
        return finalFailures;
    }

    private static List<Attempt> attempts(
            Map<EventKey, Integer> numbers, Map<EventKey, EventEnvelope> events) {
        List<Attempt> attempts = new ArrayList<>();
        events.forEach((key, event) ->
                attempts.add(new Attempt(key, event, numbers.getOrDefault(key, 0))));
        return attempts;
    }

    /** Counts attempts before they are made. */
    Future<?> count(
            SqlConnection connection, List<Attempt> attempts, long leaseEndsAtMs, int leaseMs) {
        List<Long> keys =
                attempts.stream().map(attempt -> attempt.key().value()).toList();
        return COUNT.execute(connection, List.of(leaseEndsAtMs, leaseMs, target), keys);
    }

    /** Of attempts that have no outcome, and whose leases haven't run out. */
    Future<List<Long>> underWay(SqlConnection connection, long nowMs) {
        return connection
                .preparedQuery(UNDER_WAY)
                .execute(Tuple.of(target, nowMs))
                .map(rows -> {
                    List<Long> keys = new ArrayList<>();
                    rows.forEach(row -> keys.add(row.getLong(0)));
                    return keys;
                });
    }

    /** Ends attempts without an outcome: whoever makes the next one needn't wait. */
    Future<?> giveBack(SqlConnection connection, Collection<Long> keys, long nowMs) {
        return GIVE_BACK.execute(connection, List.of(nowMs, target), keys);
    }

    /** Removes those that the target has. */
    Future<?> done(SqlConnection connection, Collection<Long> keys) {
        return DONE.execute(connection, List.of(target), keys);
    }

    /** Writes attempts that failed and are followed by another. */
    Future<?> retry(SqlConnection connection, List<Tuple> failures) {
        return batch(connection, RETRY, failures);
    }

    /** Writes attempts that nobody listened for. */
    Future<?> await(SqlConnection connection, List<Tuple> unheard) {
        return batch(connection, UNHEARD, unheard);
    }

    /** Writes attempts that were the last. */
    Future<?> die(SqlConnection connection, List<Tuple> finalFailures) {
        return batch(connection, DIED, finalFailures);
    }

    private static Future<?> batch(SqlConnection connection, String statement, List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(statement).executeBatch(rows);
    }

    /**
     * The values of an attempt that is followed by another.
     *
     * @param counts whether it was one of those that are allowed
     */
    Tuple failure(Attempt attempt, boolean counts, long nextAtMs, String error) {
        return Tuple.of(
                counts ? 0 : 1,
                nextAtMs,
                FinalFailure.shortened(error),
                attempt.key().value(),
                target,
                attempt.number());
    }

    /** The values of an attempt that nobody listened for, and that doesn't count. */
    Tuple unheard(Attempt attempt, long nowMs, long nextAtMs, String error) {
        return Tuple.of(
                nextAtMs,
                FinalFailure.shortened(error),
                nowMs,
                attempt.key().value(),
                target,
                attempt.number());
    }

    /** The values of an attempt that was the last. */
    Tuple finalFailure(Attempt attempt, FinalFailure finalFailure, long nowMs) {
        return finalFailure(attempt.key(), attempt.number(), finalFailure, nowMs);
    }

    private Tuple finalFailure(EventKey key, int number, FinalFailure finalFailure, long nowMs) {
        return Tuple.of(
                finalFailure.error(),
                finalFailure.eventId().toString(),
                finalFailure.causeId(),
                nowMs,
                key.value(),
                target,
                number);
    }
}
