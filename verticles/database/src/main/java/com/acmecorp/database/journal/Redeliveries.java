package com.acmecorp.database.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The further attempts at all targets; one that is stuck doesn't stand in the others' way. */
final class Redeliveries implements Sweep {

    private static final String TARGETS = "SELECT target FROM deliveries GROUP BY target";

    private final Pool pool;
    private final Targets targets;
    private final Backoff backoff;
    private final Clock clock;
    private final JournalConfig config;

    Redeliveries(Pool pool, Targets targets, Backoff backoff, Clock clock, JournalConfig config) {
        this.pool = pool;
        this.targets = targets;
        this.backoff = backoff;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public Future<Integer> sweep() {
        return pool.query(TARGETS).execute().compose(this::sweepEach);
    }

    private Future<Integer> sweepEach(RowSet<Row> names) {
        List<Future<Integer>> sweeps = new ArrayList<>();
        names.forEach(name -> sweeps.add(sweepOne(name.getString(0))));
        return Future.join(sweeps)
                .map(done -> sweeps.stream().mapToInt(Future::result).sum());
    }

    private Future<Integer> sweepOne(String target) {
        return new Redelivery(target, pool, targets, backoff, clock, config).sweep();
    }
}
