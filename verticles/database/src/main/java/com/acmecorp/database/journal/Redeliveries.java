package com.acmecorp.database.journal;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Looks for targets that further attempts are to be made at. Each has sweeps of its own from then on: one that is slow
 * to answer doesn't stand in the others' way.
 */
final class Redeliveries implements Sweep {

    private static final String UNDER_WAY =
            "SELECT target, event_key FROM deliveries WHERE under_way = TRUE";

    private final Vertx vertx;
    private final Pool pool;
    private final Targets targets;
    private final Backoff backoff;
    private final Clock clock;
    private final JournalConfig config;
    private final Rest rest;
    private final Map<String, Repeated> sweeps = new HashMap<>();
    private final List<Redelivery> redeliveries = new ArrayList<>();
    private boolean stopped;

    Redeliveries(
            Vertx vertx,
            Pool pool,
            Targets targets,
            Backoff backoff,
            Clock clock,
            JournalConfig config,
            Rest rest) {
        this.vertx = vertx;
        this.pool = pool;
        this.targets = targets;
        this.backoff = backoff;
        this.clock = clock;
        this.config = config;
        this.rest = rest;
    }

    /** Answers 0 always: the work is left to the targets' own sweeps. */
    @Override
    public Future<Integer> sweep() {
        return new DeliveryTargets(pool).all().map(this::beginEach);
    }

    /** Ends when the sweeps under way have ended; no other follows. */
    Future<?> stop() {
        stopped = true;
        return Future.join(sweeps.values().stream().map(Repeated::stop).toList());
    }

    /** Ends attempts that nobody makes any more: right where whoever else made them is known to be dead. */
    Future<?> endAttempts() {
        return InTransaction.inTime(pool.query(UNDER_WAY).execute()).compose(this::giveBack);
    }

    private Future<?> giveBack(Iterable<Row> attempts) {
        Map<String, TreeSet<Long>> byTarget = new HashMap<>();
        for (Row row : attempts) {
            String target = row.getString(0);
            long key = row.getLong(1);
            if (redeliveries.stream().noneMatch(ours -> ours.makes(target, key))) {
                byTarget.computeIfAbsent(target, none -> new TreeSet<>()).add(key);
            }
        }
        return Future.all(byTarget.entrySet().stream()
                .map(keys -> pool.withConnection(connection -> new DeliveryRows(keys.getKey())
                        .giveBack(connection, keys.getValue(), clock.millis())
                        .mapEmpty()))
                .toList());
    }

    /** Gives back the attempts of this process that have no outcome yet. */
    Future<?> giveBack() {
        return Future.join(redeliveries.stream().map(Redelivery::giveBack).toList());
    }

    private int beginEach(List<String> names) {
        if (!stopped) {
            names.forEach(name -> sweeps.computeIfAbsent(name, this::begin));
        }
        return 0;
    }

    private Repeated begin(String target) {
        Redelivery redelivery = new Redelivery(target, pool, targets, backoff, clock, config);
        redeliveries.add(redelivery);
        Repeated repeated = new Repeated(
                vertx, redelivery, rest, config.sweepBatch(), config.sweepIntervalMs());
        repeated.start();
        return repeated;
    }
}
