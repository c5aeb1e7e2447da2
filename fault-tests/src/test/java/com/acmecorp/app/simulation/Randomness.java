package com.acmecorp.app.simulation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes {@link ThreadLocalRandom}, from which the contexts take the length of their pauses and the moods of their
 * sandboxes, say the same again. The test JVM opens {@code java.lang} for it.
 */
final class Randomness {

    private static final VarHandle SEED = seed();

    private Randomness() {}

    /** From now on, on this thread. */
    static void begin(long seed) {
        ThreadLocalRandom.current(); // would seed itself when it is first asked for
        SEED.set(Thread.currentThread(), seed);
    }

    private static VarHandle seed() {
        try {
            return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
                    .findVarHandle(Thread.class, "threadLocalRandomSeed", long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "start with --add-opens java.base/java.lang=ALL-UNNAMED", e);
        }
    }
}
