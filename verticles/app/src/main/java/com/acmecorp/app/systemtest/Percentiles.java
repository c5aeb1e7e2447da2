package com.acmecorp.app.systemtest;

import java.util.stream.LongStream;

/** The times of many orders in milliseconds, by nearest rank; 0 when there are none. */
public record Percentiles(long p50, long p99, long max) {

    /** Those of that many times. */
    public static Percentiles of(LongStream timesMs) {
        long[] sorted = timesMs.sorted().toArray();
        return new Percentiles(rank(sorted, 0.50), rank(sorted, 0.99), rank(sorted, 1));
    }

    private static long rank(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    @Override
    public String toString() {
        return "p50 %,d ms · p99 %,d ms · max %,d ms".formatted(p50, p99, max);
    }
}
