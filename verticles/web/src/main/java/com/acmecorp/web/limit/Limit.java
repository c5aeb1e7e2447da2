package com.acmecorp.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * How often something may be done in a time, for each of many keys: a token bucket each. A bounded number of buckets is
 * kept; one that wasn't used for its period is full again, and needn't be kept.
 */
public final class Limit {

    private static final long BUCKETS_KEPT = 20_000;

    private final int times;
    private final Duration period;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    /**
     * A limit.
     *
     * @param times in each period, all at once or one after the other; 0: there is no limit
     */
    public Limit(int times, Duration period, TimeMeter clock) {
        this.times = times;
        this.period = period;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(BUCKETS_KEPT)
                .expireAfterAccess(period)
                .build();
    }

    /** Takes one of the times that are left: answers 0, or after how many seconds there is one again. */
    public long take(String key) {
        if (times == 0) {
            return 0;
        }
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? 0
                : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    /** Gives back what was taken for something that came to nothing. */
    public void giveBack(String key) {
        if (times > 0) {
            bucket(key).addTokens(1);
        }
    }

    private Bucket bucket(String key) {
        return Objects.requireNonNull(buckets.get(
                key,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                        .withCustomTimePrecision(clock)
                        .build()));
    }
}
