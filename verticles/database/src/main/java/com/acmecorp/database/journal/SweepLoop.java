package com.acmecorp.database.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;

/**
 * Sweeps again and again: at once while there is work, after a rest while there is a backlog of it, else after a pause. One
 * sweep at a time.
 */
final class SweepLoop {

    private static final Logger LOG = LoggerFactory.getLogger(SweepLoop.class);

    /** Longer than any target may take to acknowledge; one that is never answered must not be the last. */
    private static final long LONGEST_SWEEP_S = 120;

    private final Vertx vertx;
    private final Sweep sweep;
    private final RecoveryPause pause;
    private final int batch;
    private final long pauseMs;
    private Future<?> underWay = Future.succeededFuture();
    private long advancedAtMs;
    private boolean stopped;

    /**
     * A sweep that isn't begun yet.
     *
     * @param batch what it finds at a time where there is a backlog
     */
    SweepLoop(Vertx vertx, Sweep sweep, RecoveryPause pause, int batch, long pauseMs) {
        this.vertx = vertx;
        this.sweep = sweep;
        this.pause = pause;
        this.batch = batch;
        this.pauseMs = pauseMs;
        this.advancedAtMs = pause.clock().millis();
    }

    /** When it last ended something, or when it was made. */
    long advancedAtMs() {
        return advancedAtMs;
    }

    void start() {
        if (!stopped) {
            long beganMs = pause.clock().millis();
            underWay = sweep.sweep()
                    .timeout(LONGEST_SWEEP_S, TimeUnit.SECONDS)
                    .onComplete(done -> next(done.succeeded() ? done.result() : 0, beganMs))
                    .recover(this::told);
        }
    }

    /** Ends when the sweep under way has ended; no other follows. */
    Future<?> stop() {
        stopped = true;
        return underWay;
    }

    private void next(int found, long beganMs) {
        if (found > 0) {
            advancedAtMs = pause.clock().millis();
        }
        long waitMs = waitMs(found, beganMs);
        if (waitMs == 0) {
            start();
        } else if (!stopped) {
            vertx.setTimer(waitMs, passed -> start());
        }
    }

    private long waitMs(int found, long beganMs) {
        if (found == 0) {
            return pauseMs;
        }
        return found < batch ? 0 : pause.afterMs(beganMs);
    }

    private Future<Integer> told(Throwable failure) {
        LOG.warn(
                "{} failed and is tried again: {}",
                sweep.getClass().getSimpleName(),
                failure.toString());
        return Future.succeededFuture(0);
    }
}
