package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Wire.Fate;

import java.util.Random;

/** What goes wrong, and how long things take, as the seed has it. Seeds differ in how much goes wrong. */
final class Faults {

    private static final int QUICK_MS = 8;
    private static final int SLOW_MS = 12_000;

    private final Random random;
    private final double level;
    private boolean over;

    Faults(Random random) {
        this.random = random;
        this.level = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 0.08;
    }

    /** From now on all is well. */
    void end() {
        over = true;
    }

    /** Whether something that happens now and then happens now. */
    boolean strike() {
        return strike(1);
    }

    /**
     * Whether it happens now.
     *
     * @param weight how much more often than usual; below 1, more seldom
     */
    boolean strike(double weight) {
        return random.nextDouble() < level * weight && !over;
    }

    /** How long something takes: mostly a few milliseconds, sometimes so long that it is given up. */
    long delayMs() {
        long quick = 1L + random.nextInt(QUICK_MS);
        return strike(0.5) ? quick + random.nextInt(SLOW_MS) : quick;
    }

    Fate statement() {
        if (!strike(0.2)) {
            return Fate.CARRIED_OUT;
        }
        return switch (random.nextInt(4)) {
            case 0 -> Fate.CUT_BEFORE;
            case 1 -> Fate.CUT_AFTER;
            default -> Fate.DEADLOCK;
        };
    }
}
