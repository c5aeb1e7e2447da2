package com.acmecorp.database.write;

import java.time.Clock;
import java.time.Duration;

/** Tells a database that is away for a moment, which happens, from one that stays away, which somebody must know. */
final class Outage {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final long NONE = -1;

    private final Clock clock;
    private long sinceMs = NONE;
    private boolean told;

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

    /** Notes that it works. */
    void over() {
        sinceMs = NONE;
        told = false;
    }
}
