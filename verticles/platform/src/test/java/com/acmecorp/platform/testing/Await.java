package com.acmecorp.platform.testing;

import io.vertx.core.Future;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits in a test's own thread, never longer than a failing test should take. */
public final class Await {

    private static final long LIMIT_SECONDS = 10;

    private Await() {}

    /** What the Future ends with; throws what it fails with. */
    public static <T> T result(Future<T> future) {
        try {
            return future.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            String what = future.isComplete() ? "its own time limit passed" : "not ended in time";
            throw new AssertionError(what, e);
        }
    }

    /** What the Future fails with. */
    public static Throwable failure(Future<?> future) {
        return result(future.transform(ended -> ended.failed()
                ? Future.succeededFuture(ended.cause())
                : Future.failedFuture("a failure was expected")));
    }
}
