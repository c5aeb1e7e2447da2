package com.acmecorp.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Runs the pipeline through one life after the other, each decided by its seed. {@code ./acme simulate} runs more of
 * them, with {@code --seed 118} the one that failed, to the letter as it failed.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 200);
    private static final int SEEDS_REPEATED = 5;
    private static final boolean TELLS = Boolean.getBoolean("simulation.tells");
    private static final int TELLS_EACH = 200;

    @Test
    void losesNothingAndDoesNothingTwice() {
        Long only = Long.getLong("simulation.seed");
        long first = only == null ? 0 : only;
        long last = only == null ? SEEDS : only + 1;
        int accepted = 0;
        try (Silence _ = new Silence()) {
            for (long seed = first; seed < last; seed++) {
                accepted += new Simulation(seed, Mistake.NONE).run().accepted();
                tell(seed + 1 - first, last - first, accepted);
            }
        }
        if (only == null) {
            assertThat(accepted).as("orders that were accepted").isGreaterThan(SEEDS);
        }
    }

    /** To whoever waits for many of them. */
    private static void tell(long done, long seeds, int accepted) {
        if (TELLS && (done % TELLS_EACH == 0 || done == seeds)) {
            System.out.printf("%,d of %,d seeds, %,d orders: OK%n", done, seeds, accepted);
        }
    }

    @Test
    void goesTheSameWayAgainWithTheSameSeed() {
        try (Silence _ = new Silence()) {
            for (long seed = 0; seed < SEEDS_REPEATED; seed++) {
                assertThat(new Simulation(seed, Mistake.NONE).run())
                        .isEqualTo(new Simulation(seed, Mistake.NONE).run());
            }
        }
    }
}
