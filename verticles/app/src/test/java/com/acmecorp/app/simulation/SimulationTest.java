package com.acmecorp.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Runs the pipeline through one life after the other, each decided by its seed. {@code -Dsimulation.seeds=10000} runs
 * more of them, {@code -Dsimulation.seed=118} the one that failed, to the letter as it failed.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 200);
    private static final int SEEDS_REPEATED = 5;

    @Test
    void losesNothingAndDoesNothingTwice() {
        Long only = Long.getLong("simulation.seed");
        long first = only == null ? 0 : only;
        long last = only == null ? SEEDS : only + 1;
        int accepted = 0;
        try (Silence _ = new Silence()) {
            for (long seed = first; seed < last; seed++) {
                accepted += new Simulation(seed, Mistake.NONE).run().accepted();
            }
        }
        if (only == null) {
            assertThat(accepted).as("orders that were accepted").isGreaterThan(SEEDS);
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
