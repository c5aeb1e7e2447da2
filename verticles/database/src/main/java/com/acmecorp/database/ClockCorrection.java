package com.acmecorp.database;

/**
 * By how much the time that all processes share is ahead of the server's clock. It is not zero after that clock was set:
 * the shared time goes on as before, and approaches the server's clock slowly.
 *
 * @param serverMicros the server's time when a process wrote the correction; 0: none has
 * @param aheadMicros the correction at that time; below zero, the shared time is behind
 */
record ClockCorrection(long serverMicros, long aheadMicros) {

    /** An hour is made up for in 20 hours. A lease of 45 s ends at most 2.3 s too early or too late by that. */
    private static final long MICROS_PER_MICRO_MADE_UP = 20;

    boolean isUnknown() {
        return serverMicros == 0;
    }

    /** The correction at that time of the server, if nobody writes another one until then. */
    long at(long laterServerMicros) {
        long passedMicros = Math.max(0, laterServerMicros - serverMicros);
        long madeUpMicros = passedMicros / MICROS_PER_MICRO_MADE_UP;
        return Long.signum(aheadMicros) * Math.max(0, Math.abs(aheadMicros) - madeUpMicros);
    }

    /** The shared time when it was written. */
    long sharedMicros() {
        return serverMicros + aheadMicros;
    }
}
