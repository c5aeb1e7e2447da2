package com.acmecorp.app.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.acmecorp.app.InTarget;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;

/** A short round of each attack on a system itself: what was acknowledged survives it, and no order is done twice. */
@Timeout(240)
class TortureTest {

    @TempDir(factory = InTarget.class)
    private static Path directory;

    @ParameterizedTest
    @EnumSource(
            names = {
                "KILL_JVM",
                "KILL_DATABASE",
                "TERMINATE",
                "KILL_FIRST_START",
                "CUT_CONNECTIONS",
                "LOST_DISPATCH",
                "FUZZ"
            })
    void keepsEveryPromise(Attack attack) {
        assertThat(new ShortRound(directory).acknowledgedIn(attack)).isEqualTo(ShortRound.ORDERS);
    }

    @Test
    void keepsEveryPromiseOnAFullDisk() {
        try {
            assertThat(new ShortRound(directory).acknowledgedIn(Attack.DISK_FULL))
                    .isEqualTo(ShortRound.ORDERS);
        } catch (NotPossibleHere e) {
            abort(e.toString());
        }
    }
}
