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
import java.util.function.Function;

/** All that takes events from their commit to their targets, put together. */
public final class Journal {

    private static final long LONGEST_STOP_MS = 5_000;

    private final Vertx vertx;
    private final Targets targets;
    private final Relay relay;
    private final Sweeper sweeper;
    private final Repeated sweeping;
    private final Redeliveries redeliveries;
    private final Repeated redelivering;
    private final Repeated waking;

    /**
     * The dispatch of events.
     *
     * @param writes where settlements are queued
     */
    public Journal(
            Vertx vertx,
            Pool pool,
            EventPublisher publisher,
            Clock clock,
            JournalConfig config,
            Function<Write<Boolean>, Future<Boolean>> writes) {
        this.vertx = vertx;
        this.targets = new Targets(publisher, config.windowPerTarget(), config.batchPerTarget());
        Backoff backoff = new Backoff(config.retryBaseMs(), config.retryCapMs());
        this.relay = new Relay(publisher, targets, backoff, clock, config.maxAttempts(), writes);
        this.sweeper = new Sweeper(pool, clock, config, publisher, writes);
        this.sweeping = new Repeated(vertx, sweeper, config.sweepIntervalMs());
        this.redeliveries = new Redeliveries(vertx, pool, targets, backoff, clock, config);
        this.redelivering = new Repeated(vertx, redeliveries, config.sweepIntervalMs());
        this.waking =
                new Repeated(vertx, new Waking(pool, config, writes), config.sweepIntervalMs());
    }

    /** Says that no other process dispatches from this journal: what a killed one left is taken over at once. */
    public Future<?> claimAlone() {
        return sweeper.endLeases();
    }

    public void start() {
        sweeping.start();
        redelivering.start();
        waking.start();
    }

    /**
     * Ends when what is under way has arrived and waits for its settlement; or after a moment, because a target that is
     * away must not keep the database from stopping. What has not arrived by then is dispatched again after its lease.
     */
    public Future<?> stop() {
        return Future.any(
                Future.join(
                                sweeping.stop(),
                                redelivering.stop(),
                                redeliveries.stop(),
                                waking.stop())
                        .compose(swept -> targets.answered()),
                vertx.timer(LONGEST_STOP_MS));
    }

    /** Publishes events that were just committed. */
    public void publish(Map<EventKey, EventEnvelope> events) {
        relay.publish(events);
    }
}
