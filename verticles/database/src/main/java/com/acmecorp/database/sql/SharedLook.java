package com.acmecorp.database.sql;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks at the database that those who ask share: however many ask, and however often, one look is under way, and one more
 * begins for all who asked meanwhile, after a rest as long as the last one took. Nobody is told what was before the
 * question. Belongs to one event loop.
 *
 * @param <T> what is seen
 */
public final class SharedLook<T> {

    /** One that is never answered must not be the last. */
    private static final long LONGEST_LOOK_S = 120;

    /** Who waits for a look is patient for about a second. */
    private static final long LONGEST_REST_MS = 500;

    private final Vertx vertx;
    private final Clock clock;
    private final Supplier<Future<T>> look;
    private Future<?> underWay = Future.succeededFuture();
    private @Nullable Future<T> next;
    private long restsUntilMs;

    public SharedLook(Vertx vertx, Clock clock, Supplier<Future<T>> look) {
        this.vertx = vertx;
        this.clock = clock;
        this.look = look;
    }

    /** What the next look sees. */
    public Future<T> take() {
        Future<T> shared = next;
        if (shared == null) {
            Promise<T> promise = Promise.promise();
            shared = promise.future();
            next = shared;
            underWay.transform(ended -> rest()).compose(rested -> begin()).onComplete(promise);
        }
        return shared;
    }

    private Future<?> rest() {
        long ms = Math.min(restsUntilMs - clock.millis(), LONGEST_REST_MS);
        return ms <= 0 ? Future.succeededFuture() : vertx.timer(ms);
    }

    private Future<T> begin() {
        long beganMs = clock.millis();
        next = null;
        Future<T> begun = look.get()
                .timeout(LONGEST_LOOK_S, TimeUnit.SECONDS)
                .onComplete(seen -> restsUntilMs = 2 * clock.millis() - beganMs);
        underWay = begun;
        return begun;
    }
}
