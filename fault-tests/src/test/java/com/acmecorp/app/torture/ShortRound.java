package com.acmecorp.app.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.PreparedDatabase;
import com.acmecorp.app.systemtest.Screen;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * One round of an attack with few orders.
 *
 * @param directory of the system; it may be the same for several attacks
 */
record ShortRound(Path directory) {

    static final int ORDERS = 200;

    private static final int CONCURRENCY = 16;
    private static final int NO_ROWS = 0;
    private static final long SEED = 20_261_124;

    /** The orders that were acknowledged, of which none is lost and none is done twice. */
    int acknowledgedIn(Attack attack) {
        TorturePlan plan = plan(ORDERS);
        prepareDatabase("database");
        return acknowledged(attack, attack.scene(plan), plan);
    }

    /** The same in a system of which all third parties lose answers, with customers of all kinds. */
    int acknowledgedAmongDisputes(int customers) {
        TorturePlan plan = plan(customers);
        return acknowledged(Attack.LOST_ANSWERS, PartyAttacks.allAtOnce(plan), plan);
    }

    private TorturePlan plan(int orders) {
        return new TorturePlan(
                directory, 1, orders, CONCURRENCY, Duration.ZERO, NO_ROWS, List.of(), SEED);
    }

    private int acknowledged(Attack attack, Scene scene, TorturePlan plan) {
        StringWriter told = new StringWriter();
        try (Torture torture =
                new Torture(attack, scene, plan, new Screen(new PrintWriter(told), false))) {
            prepareDatabase("data");
            TortureResult result = torture.run();

            assertThat(result.differences())
                    .as(() -> "seed " + SEED + "\n" + told)
                    .isEmpty();
            return result.acknowledged();
        }
    }

    /** Where no earlier attack left one; by now, a disk may have been mounted there. */
    private void prepareDatabase(String folder) {
        Path data = directory.resolve(folder);
        if (Files.notExists(data.resolve("mariadb"))) {
            PreparedDatabase.copyTo(data);
        }
    }
}
