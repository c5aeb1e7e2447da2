package com.acmecorp.aws;

import java.util.concurrent.ThreadLocalRandom;

/** Exponential backoff with full jitter: those who failed together don't come back together. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 30;

    private Backoff() {}

    /** A pause from 0 to the base, doubled with each attempt after the first, the cap at the most. */
    static long jitter(long base, long cap, int attempts) {
        long longest = Math.min(cap, base << Math.min(MOST_DOUBLINGS, attempts - 1));
        return ThreadLocalRandom.current().nextLong(longest + 1);
    }
}
