package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for a condition, never for a fixed time. */
final class Patience {

    private Patience() {}

    /**
     * Looks again and again.
     *
     * @param between from one answer to the next look
     * @return true when the condition held, false when it didn't within the limit; fails when a look fails
     */
    static Future<Boolean> until(
            Vertx vertx, Duration between, Duration limit, Supplier<Future<Boolean>> condition) {
        Promise<Boolean> outcome = Promise.promise();
        look(vertx, between, System.nanoTime() + limit.toNanos(), condition, outcome);
        return outcome.future();
    }

    private static void look(
            Vertx vertx,
            Duration between,
            long deadline,
            Supplier<Future<Boolean>> condition,
            Promise<Boolean> outcome) {
        condition
                .get()
                .onSuccess(holds -> {
                    if (holds || System.nanoTime() > deadline) {
                        outcome.complete(holds);
                    } else {
                        vertx.setTimer(
                                between.toMillis(),
                                tick -> look(vertx, between, deadline, condition, outcome));
                    }
                })
                .onFailure(outcome::fail);
    }
}
