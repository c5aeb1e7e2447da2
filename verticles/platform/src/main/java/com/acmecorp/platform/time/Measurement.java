package com.acmecorp.platform.time;

/**
 * What one question for the server's time has told: by how much its clock is ahead of a process's monotonic one. It was
 * read at some moment between the question and the answer, which is the error.
 *
 * @param offsetNanos the server's epoch nanoseconds less the monotonic ones
 * @param errorNanos by which the offset may be wrong in either direction
 */
record Measurement(long offsetNanos, long errorNanos) {

    /** By which two clocks that nobody sets may drift apart from one measurement to a later one. */
    private static final long DRIFT_NANOS = 20_000_000;

    static Measurement of(long serverNanos, long askedAtNanos, long answeredAtNanos) {
        long half = (answeredAtNanos - askedAtNanos) / 2;
        return new Measurement(serverNanos - askedAtNanos - half, half);
    }

    /** Whether both can be right. If not, one of the two clocks was set in between, or stood still. */
    boolean agreesWith(Measurement other) {
        return Math.abs(offsetNanos - other.offsetNanos)
                <= errorNanos + other.errorNanos + DRIFT_NANOS;
    }
}
