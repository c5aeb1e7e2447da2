package com.acmecorp.database;

/**
 * One answer of the server about its time, with the correction that was on record then.
 *
 * @param askedAtNanos by the process's monotonic clock, which nobody sets
 * @param answeredAtNanos by the same clock
 */
record ClockReading(
        long serverMicros, ClockCorrection correction, long askedAtNanos, long answeredAtNanos) {

    private static final long NANOS_OF_A_MICRO = 1_000;

    /** A smaller difference is within what leases allow for. */
    private static final long LEAST_STEP_MICROS = 1_000_000;

    /** By how much the shared time was ahead of the server's clock. */
    long correctionMicros() {
        return correction.at(serverMicros);
    }

    /** The time that all processes share. */
    long sharedMicros() {
        return serverMicros + correctionMicros();
    }

    /** The same, with another correction that was written just then. */
    ClockReading correctedBy(long aheadMicros) {
        return new ClockReading(
                serverMicros,
                new ClockCorrection(serverMicros, aheadMicros),
                askedAtNanos,
                answeredAtNanos);
    }

    /** How long ago by the server's clock the correction was written; below zero after the clock was set back. */
    long correctionAgeMicros() {
        return serverMicros - correction.serverMicros();
    }

    /** Whether the correction seems to have been written in the future: the server's clock was set back since. */
    boolean isBeforeCorrection() {
        return correctionAgeMicros() < -LEAST_STEP_MICROS;
    }

    /** Time by the monotonic clock since an earlier reading. */
    long microsSince(ClockReading earlier) {
        return (middleNanos() - earlier.middleNanos()) / NANOS_OF_A_MICRO;
    }

    /**
     * Whether the server's clock was set ahead after an earlier reading of the same process. A machine that was suspended
     * since then finds the same difference. But if other processes wrote the correction meanwhile, that was later than the
     * present time would be without the difference.
     */
    boolean isAfterStepAhead(ClockReading earlier) {
        long aheadMicros = serverMicros - earlier.serverMicros() - microsSince(earlier);
        return aheadMicros - errorMicros() - earlier.errorMicros() > LEAST_STEP_MICROS
                && correctionAgeMicros() - aheadMicros > -LEAST_STEP_MICROS;
    }

    /** The server read its clock at some moment between the question and the answer. */
    private long middleNanos() {
        return askedAtNanos + (answeredAtNanos - askedAtNanos) / 2;
    }

    private long errorMicros() {
        return (answeredAtNanos - askedAtNanos) / 2 / NANOS_OF_A_MICRO;
    }
}
