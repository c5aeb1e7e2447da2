package com.acmecorp.app.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.systemtest.Screen;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One round of an attack with few orders.
 *
 * @param directory of the system; the same for several attacks, because only the first start on it takes seconds
 */
record ShortRound(Path directory) {

    static final int ORDERS = 200;

    private static final int CONCURRENCY = 16;
    private static final long SEED = 20_261_124;

    int acknowledgedIn(Attack attack) {
        return acknowledgedIn(attack, Duration.ZERO);
    }

    /** The orders that were acknowledged, of which none is lost and none is done twice. */
    int acknowledgedIn(Attack attack, Duration pause) {
        StringWriter told = new StringWriter();
        TorturePlan plan = new TorturePlan(directory, 1, ORDERS, CONCURRENCY, pause, SEED);
        try (Torture torture =
                new Torture(attack, plan, new Screen(new PrintWriter(told), false))) {
            TortureResult result = torture.run();

            assertThat(result.differences())
                    .as(() -> "seed " + SEED + "\n" + told)
                    .isEmpty();
            return result.acknowledged();
        }
    }
}
