package com.acmecorp.database.journal;

import com.acmecorp.database.deadletter.EventDelivery;
import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.write.ReplayDeliveries;
import com.acmecorp.database.write.Write;
import com.acmecorp.events.EventKey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Gives the letters of replays back to their attempts, a batch at a time: as many of a replay are under way as are swept
 * together, however many it has. Where it stands is in the tables alone, so it goes on after a crash.
 */
final class ReplaySweep implements Sweep {

    private static final String OPEN =
            "SELECT replay_id, cause_id, requested_at_ms FROM replays WHERE waking = TRUE ORDER BY requested_at_ms LIMIT 10";
    private static final String UNDER_WAY = """
            SELECT COUNT(*) FROM deliveries FORCE INDEX (deliveries_by_replay)
            WHERE replay_id = ? AND cause_id IS NULL""";
    private static final String LEFT = """
            SELECT d.event_key, d.target FROM deliveries d FORCE INDEX (deliveries_by_cause)
            LEFT JOIN replayed_letters l
              ON l.replay_id = ? AND l.event_key = d.event_key AND l.target = d.target
            WHERE d.cause_id = ? AND d.died_at_ms <= ? AND l.replay_id IS NULL
            ORDER BY d.died_at_ms LIMIT ?""";

    private final Pool pool;
    private final JournalConfig config;
    private final Function<Write<Boolean>, Future<Boolean>> writes;

    ReplaySweep(Pool pool, JournalConfig config, Function<Write<Boolean>, Future<Boolean>> writes) {
        this.pool = pool;
        this.config = config;
        this.writes = writes;
    }

    private record Open(String replayId, String cause, long requestedAtMs) {}

    @Override
    public Future<Integer> sweep() {
        return InTransaction.inTime(pool.query(OPEN).execute()).compose(this::wakeEach);
    }

    private Future<Integer> wakeEach(RowSet<Row> rows) {
        List<Future<Integer>> woken = new ArrayList<>();
        rows.forEach(row ->
                woken.add(wake(new Open(row.getString(0), row.getString(1), row.getLong(2)))));
        return Future.join(woken)
                .map(done -> woken.stream().mapToInt(Future::result).sum());
    }

    private Future<Integer> wake(Open replay) {
        return InTransaction.inTime(
                        pool.preparedQuery(UNDER_WAY).execute(Tuple.of(replay.replayId())))
                .map(rows -> config.sweepBatch() - rows.iterator().next().getInteger(0))
                .compose(room -> room <= 0 ? Future.succeededFuture(0) : wakeSome(replay, room));
    }

    private Future<Integer> wakeSome(Open replay, int room) {
        return InTransaction.inTime(pool.preparedQuery(LEFT)
                        .execute(Tuple.of(
                                replay.replayId(), replay.cause(), replay.requestedAtMs(), room)))
                .compose(rows -> wakeAll(replay, rows));
    }

    private Future<Integer> wakeAll(Open replay, RowSet<Row> rows) {
        List<EventDelivery> letters = new ArrayList<>();
        rows.forEach(row ->
                letters.add(new EventDelivery(new EventKey(row.getLong(0)), row.getString(1))));
        return writes.apply(new ReplayDeliveries(replay.replayId(), replay.cause(), letters))
                .map(letters.size());
    }
}
