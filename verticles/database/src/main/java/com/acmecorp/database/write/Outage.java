package com.acmecorp.database.write;

import java.time.Clock;
import java.time.Duration;

/** Tells a database that is away for a moment, which happens, from one that stays away or is full, which somebody must know. */
final class Outage {

    private static final Duration LONG = Duration.ofMinutes(3);
    /** From one write to the next one that must come while there are customers, or orders on their way. */
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private static final long NONE = -1;

    private final Clock clock;
    private long sinceMs = NONE;
    private boolean told;
    private long noRoomAtMs = NONE;

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

    /** Notes that its disk is full. */
    void noRoom() {
        noRoomAtMs = clock.millis();
    }

    /** Some writes need no room, so what tells is how long no write has lacked it. */
    boolean lacksRoom() {
        return noRoomAtMs != NONE && clock.millis() - noRoomAtMs < A_MOMENT.toMillis();
    }

    /** Notes that it works. */
    void over() {
        sinceMs = NONE;
        told = false;
    }
}
