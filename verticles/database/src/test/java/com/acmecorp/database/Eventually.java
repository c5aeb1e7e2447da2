package com.acmecorp.database;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a deadline. */
final class Eventually {

    private static final long DEADLINE_NS = 15_000_000_000L;
    private static final long LOOK_EVERY_NS = 5_000_000L;

    private Eventually() {}

    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 15 s: " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }
}
