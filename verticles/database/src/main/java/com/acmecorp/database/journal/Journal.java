package com.acmecorp.database.journal;

import com.acmecorp.database.write.Write;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** All that takes events from their commit to their targets, put together. */
public final class Journal {

    private static final long LONGEST_STOP_MS = 5_000;

    /** Each event that is taken over makes several times the work that taking it over was. */
    private static final int SWEEPER_RESTS = 9;

    private static final int REDELIVERY_RESTS = 2;

    private final Vertx vertx;
    private final Pool pool;
    private final Targets targets;
    private final Relay relay;
    private final FormerLeases formerLeases;
    private final SweepLoop sweeping;
    private final Redeliveries redeliveries;
    private final SweepLoop redelivering;
    private final SweepLoop replaying;

    /**
     * The dispatch of events.
     *
     * @param writes where settlements are queued
     * @param ordersCome whether somebody has ordered lately
     */
    public Journal(
            Vertx vertx,
            Pool pool,
            EventPublisher publisher,
            Clock clock,
            JournalConfig config,
            Function<Write<Boolean>, Future<Boolean>> writes,
            BooleanSupplier ordersCome) {
        RecoveryPause sweeperPause = new RecoveryPause(clock, ordersCome, SWEEPER_RESTS);
        RecoveryPause pause = new RecoveryPause(clock, ordersCome, REDELIVERY_RESTS);
        int batch = config.sweepBatch();
        this.vertx = vertx;
        this.pool = pool;
        this.targets = new Targets(publisher, config.windowPerTarget(), config.batchPerTarget());
        Backoff backoff = new Backoff(config.retryBaseMs(), config.retryCapMs());
        this.relay = new Relay(publisher, targets, backoff, clock, config.maxAttempts(), writes);
        this.formerLeases = new FormerLeases(vertx, pool, clock, config.leaseMs());
        this.sweeping = new SweepLoop(
                vertx,
                new Sweeper(pool, clock, config, publisher, writes),
                sweeperPause,
                batch,
                config.sweepIntervalMs());
        this.redeliveries = new Redeliveries(vertx, pool, targets, backoff, clock, config, pause);
        this.redelivering =
                new SweepLoop(vertx, redeliveries, pause, batch, config.sweepIntervalMs());
        this.replaying = new SweepLoop(
                vertx,
                new ReplaySweep(pool, config, writes),
                pause,
                batch,
                config.sweepIntervalMs());
    }

    /**
     * Says that no other process dispatches from this journal: what a killed one left is taken over at once, or little by
     * little where that is much. May go on while this process dispatches.
     */
    public Future<?> claimAlone() {
        return Future.all(formerLeases.end(), redeliveries.endAttempts());
    }

    public void start() {
        sweeping.start();
        redelivering.start();
        replaying.start();
    }

    /**
     * Ends when what is under way has arrived and waits for its settlement; or after a moment, because a target that is
     * away must not keep the database from stopping. What has not arrived by then is given back.
     */
    public Future<?> stop() {
        return Future.any(
                Future.join(
                                sweeping.stop(),
                                redelivering.stop(),
                                redeliveries.stop(),
                                replaying.stop())
                        .compose(swept -> targets.answered()),
                vertx.timer(LONGEST_STOP_MS));
    }

    /** Leaves to other processes what this one has begun and not ended; nothing may be under way any more. */
    public Future<?> giveBack() {
        return Future.join(relay.giveBack(pool), redeliveries.giveBack());
    }

    /** When overdue events were last taken over, or when this process began. */
    public long tookOverAtMs() {
        return sweeping.advancedAtMs();
    }

    /** Publishes events that were just committed. */
    public void publish(Map<EventKey, EventEnvelope> events) {
        relay.publish(events);
    }
}
