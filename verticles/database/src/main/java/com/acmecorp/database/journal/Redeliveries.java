package com.acmecorp.database.journal;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for targets that further attempts are to be made at. Each has sweeps of its own from then on: one that is slow
 * to answer doesn't stand in the others' way.
 */
final class Redeliveries implements Sweep {

    private final Vertx vertx;
    private final Pool pool;
    private final Targets targets;
    private final Backoff backoff;
    private final Clock clock;
    private final JournalConfig config;
    private final RecoveryPause pause;
    private final Map<String, SweepLoop> sweeps = new HashMap<>();
    private final List<Redelivery> redeliveries = new ArrayList<>();
    private boolean stopped;

    Redeliveries(
            Vertx vertx,
            Pool pool,
            Targets targets,
            Backoff backoff,
            Clock clock,
            JournalConfig config,
            RecoveryPause pause) {
        this.vertx = vertx;
        this.pool = pool;
        this.targets = targets;
        this.backoff = backoff;
        this.clock = clock;
        this.config = config;
        this.pause = pause;
    }

    /** Answers 0 always: the work is left to the targets' own sweeps. */
    @Override
    public Future<Integer> sweep() {
        return new DeliveryTargets(pool).all().map(this::beginEach);
    }

    /** Ends when the sweeps under way have ended; no other follows. */
    Future<?> stop() {
        stopped = true;
        return Future.join(sweeps.values().stream().map(SweepLoop::stop).toList());
    }

    /** Ends attempts that nobody makes any more: right where whoever else made them is known to be dead. */
    Future<?> endAttempts() {
        return new DeliveryTargets(pool)
                .all()
                .compose(names ->
                        Future.all(names.stream().map(this::endAttempts).toList()));
    }

    private Future<?> endAttempts(String target) {
        DeliveryRows rows = new DeliveryRows(target);
        long nowMs = clock.millis();
        return InTransaction.run(
                pool,
                connection -> rows.underWay(connection, nowMs)
                        .compose(keys ->
                                rows.giveBack(connection, madeElsewhere(target, keys), nowMs)));
    }

    private List<Long> madeElsewhere(String target, List<Long> keys) {
        return keys.stream()
                .filter(key -> redeliveries.stream().noneMatch(ours -> ours.makes(target, key)))
                .toList();
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

    private SweepLoop begin(String target) {
        Redelivery redelivery = new Redelivery(target, pool, targets, backoff, clock, config);
        redeliveries.add(redelivery);
        SweepLoop loop = new SweepLoop(
                vertx, redelivery, pause, config.sweepBatch(), config.sweepIntervalMs());
        loop.start();
        return loop;
    }
}
