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
        TorturePlan plan = plan(ORDERS, pause);
        return acknowledged(attack, attack.scene(plan), plan);
    }

    /** The same in a system of which all third parties lose answers, with customers of all kinds. */
    int acknowledgedAmongDisputes(int customers) {
        TorturePlan plan = plan(customers, Duration.ZERO);
        return acknowledged(Attack.LOST_ANSWERS, PartyAttacks.allAtOnce(plan), plan);
    }

    private TorturePlan plan(int orders, Duration pause) {
        return new TorturePlan(directory, 1, orders, CONCURRENCY, pause, SEED);
    }

    private static int acknowledged(Attack attack, Scene scene, TorturePlan plan) {
        StringWriter told = new StringWriter();
        try (Torture torture =
                new Torture(attack, scene, plan, new Screen(new PrintWriter(told), false))) {
            TortureResult result = torture.run();

            assertThat(result.differences())
                    .as(() -> "seed " + SEED + "\n" + told)
                    .isEmpty();
            return result.acknowledged();
        }
    }
}
