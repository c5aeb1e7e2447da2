package com.acmecorp.app.simulation;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** What goes wrong at one place, and how long things take there. */
final class Trouble {

    private static final int QUICK_MS = 8;
    private static final int SLOW_MS = 6_000;

    private final Random random;
    private final double level;
    private final BooleanSupplier over;

    /**
     * Trouble of that level.
     *
     * @param level how often something happens, 0 to 1
     * @param over whether all is well from now on
     */
    Trouble(Random random, double level, BooleanSupplier over) {
        this.random = random;
        this.level = level;
        this.over = over;
    }

    /** Whether something goes wrong now. */
    boolean strikes() {
        return random.nextDouble() < level && !over.getAsBoolean();
    }

    /** How long something takes: mostly a few milliseconds, sometimes so long that others give it up. */
    long delayMs() {
        long quick = 1L + random.nextInt(QUICK_MS);
        return strikes() ? quick + random.nextInt(SLOW_MS) : quick;
    }
}
