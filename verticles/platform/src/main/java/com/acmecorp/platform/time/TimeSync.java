package com.acmecorp.platform.time;

import com.acmecorp.platform.health.HealthChecks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a process's {@link SharedClock} at the time of the database's server, and tells how far the machine's own clock is
 * from it. Nothing goes by that clock any more but the log, and yet a clock that is wrong is a machine to be mended.
 */
public final class TimeSync {

    private static final Logger LOG = LoggerFactory.getLogger(TimeSync.class);
    private static final long BETWEEN_QUESTIONS_MS = 1_000;
    private static final long LONGEST_ANSWER_MS = 5_000;
    private static final Duration MOST_SKEW = Duration.ofSeconds(1);

    /** A few may be lost with a connection; the clock goes on without them. */
    private static final int FAILURES_TO_TELL = 10;

    private final Vertx vertx;
    private final SharedClock clock;
    private final TimeSource source;
    private boolean asking;
    private int failures;

    public TimeSync(Vertx vertx, TimeSource source) {
        this.vertx = vertx;
        this.clock = SharedClock.of(vertx);
        this.source = source;
    }

    /** Asks from now on, for as long as the context runs. Ends when the first answer is there; fails when none comes. */
    public Future<?> start() {
        vertx.setPeriodic(BETWEEN_QUESTIONS_MS, time -> askAgain());
        return ask();
    }

    private Future<?> ask() {
        return Future.succeededFuture()
                .compose(begun -> source.ask(clock::monotonicNanos))
                .timeout(LONGEST_ANSWER_MS, TimeUnit.MILLISECONDS)
                .onSuccess(reading -> clock.learn(reading.serverNanos(), reading.askedAtNanos()));
    }

    private void askAgain() {
        if (!asking) {
            asking = true;
            ask().onSuccess(known -> failures = 0)
                    .onFailure(this::note)
                    .onComplete(asked -> asking = false);
        }
    }

    private void note(Throwable failure) {
        failures++;
        if (failures == FAILURES_TO_TELL) {
            LOG.warn(
                    "the database's time can't be asked, the clock goes on without it: {}",
                    failure.toString());
        }
    }

    /** Offers the machine's clock as a part: it isn't well while it is wrong by more than a second. */
    public Future<Void> offerHealth(HealthChecks health) {
        return health.offer("clock", () -> judge(clock.skewMs()));
    }

    private static Future<JsonObject> judge(long skewMs) {
        return Math.abs(skewMs) <= MOST_SKEW.toMillis()
                ? Future.succeededFuture(JsonObject.of("aheadMs", skewMs))
                : Future.failedFuture(sentence(skewMs));
    }

    private static String sentence(long skewMs) {
        String process = ManagementFactory.getRuntimeMXBean().getName();
        return ("the clock of the machine of process %s is %.1f s %s the time that all processes have from the database's server:"
                        + " have both keep the time by NTP (chronyc tracking or timedatectl on each); if every process says so,"
                        + " the server's is wrong, or was. Orders don't go by this machine's clock and aren't affected")
                .formatted(process, Math.abs(skewMs) / 1000.0, skewMs > 0 ? "ahead of" : "behind");
    }
}
