package com.acmecorp.database.journal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;

/** Sweeps again and again: at once while there is work, else after a pause. One sweep at a time. */
final class Repeated {

    private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

    /** Longer than any target may take to acknowledge; one that is never answered must not be the last. */
    private static final long LONGEST_SWEEP_S = 120;

    private final Vertx vertx;
    private final Sweep sweep;
    private final long pauseMs;
    private Future<?> underWay = Future.succeededFuture();
    private boolean stopped;

    Repeated(Vertx vertx, Sweep sweep, long pauseMs) {
        this.vertx = vertx;
        this.sweep = sweep;
        this.pauseMs = pauseMs;
    }

    void start() {
        if (!stopped) {
            underWay = sweep.sweep()
                    .timeout(LONGEST_SWEEP_S, TimeUnit.SECONDS)
                    .onComplete(done -> next(done.succeeded() ? done.result() : 0))
                    .recover(this::told);
        }
    }

    /** Ends when the sweep under way has ended; no other follows. */
    Future<?> stop() {
        stopped = true;
        return underWay;
    }

    private void next(int found) {
        if (found > 0) {
            start();
        } else if (!stopped) {
            vertx.setTimer(pauseMs, passed -> start());
        }
    }

    private Future<Integer> told(Throwable failure) {
        LOG.warn(
                "{} failed and is tried again: {}",
                sweep.getClass().getSimpleName(),
                failure.toString());
        return Future.succeededFuture(0);
    }
}
