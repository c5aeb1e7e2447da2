package com.acmecorp.platform.retry;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/**
 * Exponential backoff with full jitter: those who failed together don't come back together. Pauses are in the unit of
 * the base and the cap, whichever that is.
 *
 * @param base the longest pause after the first failure; it doubles with each further one
 * @param cap the longest pause at all
 * @param random answers a number from 0 (inclusive) to its argument (exclusive)
 */
public record Backoff(long base, long cap, LongUnaryOperator random) {

    private static final int MOST_DOUBLINGS = 30;

    public Backoff(long base, long cap) {
        this(base, cap, bound -> ThreadLocalRandom.current().nextLong(bound));
    }

    /** The pause after that many failures in a row, which may be none. */
    public long after(int failures) {
        return upTo(base << Math.min(MOST_DOUBLINGS, failures - 1));
    }

    /** The pause for what hasn't worked for that long: about as long again at most, which doubles, too. */
    public long afterTrying(long elapsed) {
        return upTo(Math.max(base, elapsed));
    }

    private long upTo(long longest) {
        return random.applyAsLong(Math.min(cap, longest) + 1);
    }
}
