package com.acmecorp.database;

import com.acmecorp.database.read.Backlog;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How the journal is, by a look that was taken a moment ago: whoever asks is answered at once, also while the server is so
 * busy that a look takes long. Belongs to one event loop.
 */
final class JournalHealth {

    private static final Logger LOG = LoggerFactory.getLogger(JournalHealth.class);
    private static final long PAUSE_MS = 1_000;

    /** What was seen before that says nothing any more. */
    private static final long OLDEST_MS = 10_000;

    private final Vertx vertx;
    private final InstantSource clock;
    private final Supplier<Future<Backlog>> look;
    private final LongSupplier tookOverAtMs;
    private @Nullable Seen last;
    private boolean failed;
    private boolean stopped;

    private record Seen(Backlog backlog, long atMs) {}

    /**
     * Hasn't looked yet.
     *
     * @param tookOverAtMs when overdue events were last taken over
     */
    JournalHealth(
            Vertx vertx,
            InstantSource clock,
            Supplier<Future<Backlog>> look,
            LongSupplier tookOverAtMs) {
        this.vertx = vertx;
        this.clock = clock;
        this.look = look;
        this.tookOverAtMs = tookOverAtMs;
    }

    /** Looks again and again until it is stopped. Ends with the first look, in whichever way that ended. */
    Future<?> start() {
        return look.get()
                .onSuccess(seen -> {
                    last = new Seen(seen, clock.millis());
                    failed = false;
                })
                .onFailure(this::tell)
                .transform(looked -> {
                    vertx.setTimer(PAUSE_MS, passed -> again());
                    return Future.succeededFuture();
                });
    }

    void stop() {
        stopped = true;
    }

    private void again() {
        if (!stopped) {
            start().onFailure(this::tell);
        }
    }

    /** Once for all looks in a row. */
    private void tell(Throwable failure) {
        if (!failed) {
            LOG.warn("nobody sees how much the journal has to deliver: {}", failure.getMessage());
        }
        failed = true;
    }

    /** The last backlog that was seen, and whether it is worked off; fails when that is long ago. Never waits. */
    Future<JsonObject> ask() {
        Seen seen = last;
        long now = clock.millis();
        return seen == null || now - seen.atMs() > OLDEST_MS
                ? Future.failedFuture(
                        "for %d s nobody could see how much the journal has to deliver"
                                .formatted(OLDEST_MS / 1_000))
                : Future.succeededFuture(JsonObject.mapFrom(seen.backlog())
                        .put("idleMs", Math.max(0, now - tookOverAtMs.getAsLong())));
    }
}
