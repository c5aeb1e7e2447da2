package com.acmecorp.app.torture;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits in a thread that may wait. */
final class Waiting {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    private Waiting() {}

    /** Answers whether the condition came true within the limit. */
    static boolean until(BooleanSupplier condition, Duration limit) {
        return until(condition, LOOK_AGAIN, limit);
    }

    /** The same where the system that is hurt is asked, which has other work to do. */
    static boolean untilTold(BooleanSupplier condition, Duration limit) {
        return until(condition, ASK_AGAIN, limit);
    }

    /**
     * The same where a look costs something.
     *
     * @param between from one look to the next
     */
    static boolean until(BooleanSupplier condition, Duration between, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(between.toNanos());
        }
        return true;
    }

    /** Where the time that passes is what matters, as while something is away. */
    static void pass(Duration time) {
        until(() -> false, time);
    }
}
