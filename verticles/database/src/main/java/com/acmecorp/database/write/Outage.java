package com.acmecorp.database.write;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells a database that is away for a moment, which happens, from one that stays away, and remembers what hinders writes
 * that reach it, which somebody must know.
 */
final class Outage {

    private static final Duration LONG = Duration.ofMinutes(3);
    /** From one write to the next one that must come while there are customers, or orders on their way. */
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private static final long NONE = -1;

    private final Clock clock;
    private long sinceMs = NONE;
    private boolean told;
    private String hindrance = "";
    private long hinderedAtMs = NONE;

    Outage(Clock clock) {
        this.clock = clock;
    }

    /** Notes that it couldn't be reached. True once in an outage: when it has lasted for long. */
    boolean lastsLong() {
        if (sinceMs == NONE) {
            sinceMs = clock.millis();
        }
        boolean news = !told && clock.millis() - sinceMs >= LONG.toMillis();
        told |= news;
        return news;
    }

    /** Notes that a write reached it in vain, and why, in a sentence for operators. Whether that is news. */
    boolean hinders(String why) {
        boolean news = hindrance().isEmpty();
        hindrance = why;
        hinderedAtMs = clock.millis();
        return news;
    }

    /** What hinders writes. Some go through all the same, so what tells is how long none was hindered. */
    Optional<String> hindrance() {
        return hinderedAtMs != NONE && clock.millis() - hinderedAtMs < A_MOMENT.toMillis()
                ? Optional.of(hindrance)
                : Optional.empty();
    }

    /**
     * Whether it has taken nothing for that many milliseconds, though it was reached a moment ago: one that refuses all
     * writes does so until somebody mends it, so that nobody else need wait to be told.
     */
    boolean hasHinderedFor(long ms) {
        return sinceMs != NONE && clock.millis() - sinceMs >= ms && hindrance().isPresent();
    }

    /** Notes that it works. */
    void over() {
        sinceMs = NONE;
        told = false;
    }
}
