package com.acmecorp.app.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;

/**
 * The clock of a process's machine. With some seeds it is right, with others it is wrong by up to hours, and is set to
 * another wrong time now and then. What the machine counts beside it goes a little too fast or too slow, but is never set.
 */
final class MachineClock extends Clock {

    private static final int MOST_WRONG_MS = (int) Duration.ofHours(2).toMillis();
    private static final int MOST_BETWEEN_MS = 30_000;
    private static final int MOST_DRIFT_PER_MILLION = 500;
    private static final long MILLION = 1_000_000;

    private final World world;
    private final boolean wrong;
    private final long driftPerMillion;
    private long wrongByMs;

    MachineClock(World world) {
        Random random = world.random();
        this.world = world;
        this.wrong = random.nextBoolean();
        this.driftPerMillion = random.nextInt(-MOST_DRIFT_PER_MILLION, MOST_DRIFT_PER_MILLION);
        if (wrong) {
            set();
        }
    }

    private void set() {
        Random random = world.random();
        wrongByMs = random.nextInt(-MOST_WRONG_MS, MOST_WRONG_MS);
        world.after(1 + random.nextInt(MOST_BETWEEN_MS), this::set);
    }

    /** Nanoseconds that only grow. */
    long monotonicNanos() {
        long nanos = world.time().nanoTime();
        return nanos + nanos / MILLION * driftPerMillion;
    }

    @Override
    public Instant instant() {
        return world.time().instant().plusMillis(wrongByMs);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
