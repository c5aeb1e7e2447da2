package com.acmecorp.database.journal;

import java.time.Clock;
import java.util.function.BooleanSupplier;

/**
 * How long a sweep that finds a backlog rests before it takes more of it. While new orders come, recovery leaves most of
 * the time to them; else it goes on at once.
 *
 * @param ordersCome whether somebody has ordered lately
 * @param times of its own time that a sweep leaves to others
 */
record RecoveryPause(Clock clock, BooleanSupplier ordersCome, int times) {

    /** However long a sweep takes, it goes on in the end. */
    private static final long LONGEST_MS = 2_000;

    /** Milliseconds, after a sweep that found as much as it takes at a time. */
    long afterMs(long beganMs) {
        return ordersCome.getAsBoolean()
                ? Math.clamp(times * (clock.millis() - beganMs), 0, LONGEST_MS)
                : 0;
    }
}
