package com.acmecorp.app.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.acmecorp.app.InTarget;
import com.acmecorp.app.systemtest.Screen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;

/** One short round of each attack: what was acknowledged survives it, and no order is done twice. */
@Timeout(120)
class TortureTest {

    private static final int ORDERS = 200;
    private static final int CONCURRENCY = 16;
    private static final Duration UNTIL_SOMEBODY_IS_ALERTED = Duration.ofSeconds(8);

    /** One for all, because only the first start on a folder takes seconds. */
    @TempDir(factory = InTarget.class)
    private static Path directory;

    private final StringWriter told = new StringWriter();

    @ParameterizedTest
    @EnumSource(
            names = {
                "KILL_JVM",
                "KILL_DATABASE",
                "TERMINATE",
                "CUT_CONNECTIONS",
                "LOST_DISPATCH",
                "POISON"
            })
    void keepsEveryPromise(Attack attack) {
        assertThat(acknowledgedIn(attack, Duration.ZERO)).isEqualTo(ORDERS);
    }

    /** Some more customers come while it lasts, to see what they are told. */
    @ParameterizedTest
    @EnumSource(names = {"SMTP_DOWN", "PAYMENT_HANGS"})
    void keepsItsPromisesToCustomers(Attack attack) {
        assertThat(acknowledgedIn(attack, Duration.ZERO)).isGreaterThan(ORDERS);
    }

    @Test
    void keepsEveryPromiseOnAFullDisk() {
        try {
            acknowledgedIn(Attack.DISK_FULL, UNTIL_SOMEBODY_IS_ALERTED);
        } catch (NotPossibleHere e) {
            abort(e.toString());
        }
    }

    private int acknowledgedIn(Attack attack, Duration pause) {
        TorturePlan plan = new TorturePlan(directory, 1, ORDERS, CONCURRENCY, pause, 20_261_124);
        try (Torture torture =
                new Torture(attack, plan, new Screen(new PrintWriter(told), false))) {
            TortureResult result = torture.run();

            assertThat(result.differences())
                    .as(() -> "seed " + plan.seed() + "\n" + told)
                    .isEmpty();
            return result.acknowledged();
        }
    }
}
