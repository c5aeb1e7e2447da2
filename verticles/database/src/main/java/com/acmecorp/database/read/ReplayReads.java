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

    /** A delivery that is left to the replay waits or is dead; one that another replay took over has failed in this. */
    private static final String REPLAY = """
            SELECT r.replay_id, r.cause_id, r.canary, r.requested_at_ms,
              (SELECT COUNT(*) FROM replayed_letters WHERE replay_id = r.replay_id),
              (SELECT COUNT(*) FROM replayed_letters WHERE replay_id = r.replay_id AND error IS NOT NULL),
              (SELECT COUNT(*) FROM deliveries WHERE replay_id = r.replay_id AND cause_id IS NOT NULL),
              (SELECT COUNT(*) FROM deliveries WHERE replay_id = r.replay_id AND cause_id IS NULL),
              CASE WHEN r.waking THEN (
                SELECT COUNT(*) FROM deliveries d FORCE INDEX (deliveries_by_cause)
                WHERE d.cause_id = r.cause_id AND d.died_at_ms <= r.requested_at_ms
                  AND NOT EXISTS (SELECT 1 FROM replayed_letters l
                    WHERE l.replay_id = r.replay_id AND l.event_key = d.event_key AND l.target = d.target)
              ) ELSE 0 END
            FROM replays r WHERE r.replay_id = ?""";

    private static final String ERRORS = """
            SELECT COALESCE(l.error, d.last_error) FROM replayed_letters l
            LEFT JOIN deliveries d
              ON d.event_key = l.event_key AND d.target = l.target AND d.replay_id = l.replay_id
            WHERE l.replay_id = ? AND (l.error IS NOT NULL OR d.cause_id IS NOT NULL) LIMIT 5""";

    private final Rows rows;

    public ReplayReads(Pool pool) {
        this.rows = new Rows(pool);
    }

    /** How a replay stands; fails with NOT_FOUND. */
    public Future<Replay> replay(String id) {
        return rows.select(REPLAY, Tuple.of(id), ReplayReads::replay)
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.ofField(
                                        Kind.NOT_FOUND, "id", "There is no replay of that id.")
                                .asException()));
    }

    private static Replay replay(Row row) {
        long given = row.getLong(4);
        long failed = row.getLong(5) + row.getLong(6);
        long waiting = row.getLong(7);
        long left = row.getLong(8);
        return new Replay(
                row.getString(0),
                row.getString(1),
                row.getInteger(2) == 1,
                row.getLong(3),
                given + left,
                given - failed - waiting,
                failed,
                waiting + left);
    }

    /** What some of a replay's letters died of again. */
    public Future<List<String>> errors(String id) {
        return rows.select(ERRORS, Tuple.of(id), row -> row.getString(0));
    }
}
