package com.acmecorp.database.read;

import com.acmecorp.database.sql.Rows;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.List;

/** What became of replays: read off the deliveries themselves, so that it is their outcome and not the request's. */
public final class ReplayReads {

    private static final long COUNTED_UP_TO = 10_000;

    /**
     * What was given back and taken over is kept with a replay, but for those of before. A delivery that is left to the
     * replay waits or is dead; one that another replay took over has failed in this.
     */
    private static final String REPLAY = """
            SELECT r.replay_id, r.cause_id, r.canary, r.requested_at_ms, r.waking,
              COALESCE(r.given_back, (SELECT COUNT(*) FROM (
                SELECT event_key FROM replayed_letters WHERE replay_id = ? LIMIT 10000) given)),
              COALESCE(r.taken_over, (SELECT COUNT(*) FROM (
                SELECT error FROM replayed_letters WHERE replay_id = ? LIMIT 10000) taken WHERE error IS NOT NULL)),
              (SELECT COUNT(*) FROM (SELECT event_key FROM deliveries FORCE INDEX (deliveries_by_replay)
                WHERE replay_id = ? AND cause_id IS NOT NULL LIMIT 10000) failed),
              (SELECT COUNT(*) FROM (SELECT event_key FROM deliveries FORCE INDEX (deliveries_by_replay)
                WHERE replay_id = ? AND cause_id IS NULL LIMIT 10000) waiting)
            FROM replays r WHERE r.replay_id = ?""";

    /** Letters that are still to be given back; one that died again did so later. */
    private static final String LEFT = """
            SELECT COUNT(*) FROM (SELECT event_key FROM deliveries FORCE INDEX (deliveries_by_cause)
              WHERE cause_id = ? AND died_at_ms <= ? LIMIT 10000) counted""";

    private static final String ERRORS = """
            SELECT last_error FROM deliveries FORCE INDEX (deliveries_by_replay)
            WHERE replay_id = ? AND cause_id IS NOT NULL LIMIT 5""";

    private static final String ERRORS_BEFORE = """
            SELECT error FROM (SELECT error FROM replayed_letters WHERE replay_id = ? LIMIT 10000) taken
            WHERE error IS NOT NULL LIMIT 5""";

    private final Rows rows;

    public ReplayReads(Pool pool) {
        this.rows = new Rows(pool);
    }

    /** How a replay stands; fails with NOT_FOUND. */
    public Future<Replay> replay(String id) {
        return row(id).compose(row ->
                isWaking(row) ? replay(id, row) : Future.succeededFuture(replay(row, 0)));
    }

    private Future<Row> row(String id) {
        return rows.select(REPLAY, Tuple.of(id, id, id, id, id), row -> row)
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.ofField(
                                        Kind.NOT_FOUND, "id", "There is no replay of that id.")
                                .asException()));
    }

    private static boolean isWaking(Row replay) {
        return replay.getInteger(4) == 1;
    }

    /** The last letters may have been given back since that row was read, so that it tells of none of them. */
    private Future<Replay> replay(String id, Row row) {
        return rows.selectOne(
                        LEFT,
                        Tuple.of(row.getString(1), row.getLong(3)),
                        counted -> counted.getLong(0))
                .compose(left -> left > 0
                        ? Future.succeededFuture(replay(row, left))
                        : row(id).map(again -> replay(again, 0)));
    }

    private static Replay replay(Row row, long left) {
        long given = row.getLong(5);
        long failed = row.getLong(6) + row.getLong(7);
        long waiting = row.getLong(8);
        return new Replay(
                row.getString(0),
                row.getString(1),
                row.getInteger(2) == 1,
                row.getLong(3),
                given + left,
                Math.max(0, given - failed - waiting),
                failed,
                waiting + left,
                COUNTED_UP_TO);
    }

    /** What some of a replay's letters died of again: those that are left to it first. */
    public Future<List<String>> errors(String id) {
        return rows.select(ERRORS, Tuple.of(id), row -> row.getString(0))
                .compose(found -> found.isEmpty()
                        ? rows.select(ERRORS_BEFORE, Tuple.of(id), row -> row.getString(0))
                        : Future.succeededFuture(found));
    }
}
