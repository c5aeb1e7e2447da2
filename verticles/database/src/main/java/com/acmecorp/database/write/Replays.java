package com.acmecorp.database.write;

import com.acmecorp.database.deadletter.EventDelivery;
import com.acmecorp.database.sql.ManyRows;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The replays of a unit of work: what was asked for, and which letters were given back for it. */
final class Replays implements Part {

    /** Two that ask for all of a cause at once wait for each other here: none is replayed before a canary was. */
    private static final String LOCK = """
            SELECT replay_id FROM replays FORCE INDEX (replays_by_cause)
            WHERE cause_id = ? AND canary = TRUE FOR UPDATE""";

    /** The last canary counts: delivered, and asked for after the last letter had died of the cause. */
    private static final String CAUSE = """
            SELECT
              (SELECT MAX(died_at_ms) FROM deliveries WHERE cause_id = ?) IS NOT NULL,
              (SELECT replay_id FROM replays WHERE cause_id = ? AND waking = TRUE LIMIT 1),
              COALESCE((
                SELECT l.error IS NULL AND d.event_key IS NULL AND r.requested_at_ms > COALESCE(
                  (SELECT MAX(died_at_ms) FROM deliveries WHERE cause_id = ?), 0)
                FROM replays r JOIN replayed_letters l ON l.replay_id = r.replay_id
                LEFT JOIN deliveries d
                  ON d.event_key = l.event_key AND d.target = l.target AND d.replay_id = l.replay_id
                WHERE r.cause_id = ? AND r.canary = TRUE ORDER BY r.requested_at_ms DESC LIMIT 1), FALSE)""";

    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO replays (replay_id, cause_id, canary, waking, requested_at_ms, given_back, taken_over) VALUES",
            7,
            "");
    private static final ManyRows INSERT_LETTERS = new ManyRows(
            "INSERT INTO replayed_letters (replay_id, event_key, target) VALUES", 3, "");
    private static final String FAILED = """
            UPDATE replayed_letters SET error = ? WHERE replay_id = ? AND event_key = ? AND target = ?""";
    private static final String GIVEN_BACK =
            "UPDATE replays SET given_back = given_back + ? WHERE replay_id = ?";
    private static final String TAKEN_OVER =
            "UPDATE replays SET taken_over = taken_over + ? WHERE replay_id = ?";
    private static final String WOKEN = "UPDATE replays SET waking = FALSE WHERE replay_id = ?";

    private final TreeSet<String> needed = new TreeSet<>();
    private final Map<String, CauseState> states = new HashMap<>();
    private final List<Tuple> added = new ArrayList<>();
    private final TreeMap<EventDelivery, Tuple> letters = new TreeMap<>();
    private final List<Tuple> failed = new ArrayList<>();
    private final TreeMap<String, Integer> givenBack = new TreeMap<>();
    private final TreeMap<String, Integer> takenOver = new TreeMap<>();
    private final TreeSet<String> woken = new TreeSet<>();

    /**
     * How a cause stands.
     *
     * @param dead whether letters died of it
     * @param waking the replay of them all that is giving them back now, if any
     * @param proven whether the last canary was delivered, and none has died of the cause since it was asked for
     */
    record CauseState(boolean dead, @Nullable String waking, boolean proven) {}

    void needCause(String cause) {
        needed.add(cause);
    }

    CauseState state(String cause) {
        return states.getOrDefault(cause, new CauseState(false, null, false));
    }

    /** A replay of one letter. */
    void addCanary(String id, String cause, long nowMs) {
        added.add(Tuple.of(id, cause, true, false, nowMs, 0, 0));
    }

    /** A replay of all that have died of a cause by now; they are given back little by little. */
    void addAll(String id, String cause, long nowMs) {
        CauseState before = state(cause);
        states.put(cause, new CauseState(before.dead(), id, before.proven()));
        added.add(Tuple.of(id, cause, false, true, nowMs, 0, 0));
    }

    /** Gives a dead letter to a replay; if an earlier one had it, it failed there. */
    void take(String id, EventDelivery letter, @Nullable String earlierReplay, String error) {
        letters.put(letter, Tuple.of(id, letter.event().value(), letter.target()));
        givenBack.merge(id, 1, Integer::sum);
        if (earlierReplay != null) {
            takenOver.merge(earlierReplay, 1, Integer::sum);
            failed.add(Tuple.of(error, earlierReplay, letter.event().value(), letter.target()));
        }
    }

    /** All letters of that replay are given back. */
    void woken(String id) {
        woken.add(id);
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return Future.all(needed.stream().map(cause -> load(connection, cause)).toList());
    }

    private Future<?> load(SqlConnection connection, String cause) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(cause))
                .compose(locked -> connection
                        .preparedQuery(CAUSE)
                        .execute(Tuple.of(cause, cause, cause, cause)))
                .map(rows -> states.put(cause, state(rows)));
    }

    private static CauseState state(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new CauseState(row.getInteger(0) == 1, row.getString(1), row.getInteger(2) == 1);
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return Future.all(
                INSERT.execute(connection, added),
                batch(connection, FAILED, failed),
                INSERT_LETTERS.execute(connection, List.copyOf(letters.values())),
                batch(connection, GIVEN_BACK, counts(givenBack)),
                batch(connection, TAKEN_OVER, counts(takenOver)),
                batch(connection, WOKEN, woken.stream().map(Tuple::of).toList()));
    }

    private static List<Tuple> counts(Map<String, Integer> byReplay) {
        return byReplay.entrySet().stream()
                .map(count -> Tuple.of(count.getValue(), count.getKey()))
                .toList();
    }

    private static Future<?> batch(SqlConnection connection, String statement, List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(statement).executeBatch(rows);
    }
}
