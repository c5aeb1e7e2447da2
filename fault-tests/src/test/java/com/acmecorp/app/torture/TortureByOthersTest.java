package com.acmecorp.app.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.InTarget;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A short round of each attack by what is around a system; a class of its own, so that both run at the same time. */
@Timeout(240)
class TortureByOthersTest {

    private static final int CUSTOMERS = 60;

    @TempDir(factory = InTarget.class)
    private static Path directory;

    @Test
    void keepsEveryPromiseBesidePoison() {
        assertThat(new ShortRound(directory).acknowledgedIn(Attack.POISON))
                .isEqualTo(ShortRound.ORDERS);
    }

    /** Some more customers come while it lasts, to see what they are told. */
    @ParameterizedTest
    @EnumSource(names = {"SMTP_DOWN", "PAYMENT_HANGS"})
    void keepsItsPromisesToCustomers(Attack attack) {
        assertThat(new ShortRound(directory).acknowledgedIn(attack))
                .isGreaterThan(ShortRound.ORDERS);
    }

    /** Afterwards bank, stockist, bookkeeper and carrier hold what the shop holds. */
    @Test
    void agreesWithItsThirdPartiesInTheEnd() throws IOException {
        Path own = Files.createDirectory(directory.resolve("disputed"));

        assertThat(new ShortRound(own).acknowledgedAmongDisputes(CUSTOMERS)).isEqualTo(CUSTOMERS);
    }
}
