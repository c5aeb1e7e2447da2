package com.acmecorp.database.journal;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/** Exponential backoff with full jitter: those who failed together don't come back together. */
final class Backoff {

    private final JournalConfig config;
    private final LongUnaryOperator random;

    /**
     * A backoff.
     *
     * @param random answers a number from 0 (inclusive) to its argument (exclusive)
     */
    Backoff(JournalConfig config, LongUnaryOperator random) {
        this.config = config;
        this.random = random;
    }

    /** The pause after that many failed attempts, at least one millisecond. */
    long pauseMs(int attempts) {
        long longest = Math.min(
                config.retryCapMs(), (long) config.retryBaseMs() << Math.min(30, attempts - 1));
        return 1 + random.applyAsLong(longest);
    }

    /** The pause for what couldn't be delivered for that long: about as long again, which doubles, too. */
    long pauseMs(Duration undelivered) {
        long longest = Math.min(
                config.retryCapMs(), Math.max(config.retryBaseMs(), undelivered.toMillis()));
        return 1 + random.applyAsLong(longest);
    }
}
