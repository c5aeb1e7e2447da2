package com.acmecorp.operations.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.operations.facts.Trouble;
import com.acmecorp.operations.facts.Trouble.Kind;
import com.acmecorp.operations.repair.Repairs.Repair;
import com.acmecorp.platform.testing.TestClock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class RepairsTest {

    private static final int PAUSE_MS = 20_000;
    private static final List<Trouble> LOST = List.of(trouble(Kind.LOST, 7, 112L));

    private final TestClock clock = new TestClock();
    private final Repairs repairs = new Repairs(new RepairConfig(5_000, 3, PAUSE_MS), clock);

    @Test
    void areDueAtOnceAndThenAfterLongerAndLongerPauses() {
        assertThat(repairs.due(LOST)).containsExactly(new Repair(7, 112, Kind.LOST, 1));
        assertThat(repairs.due(LOST)).isEmpty();
        clock.advance(Duration.ofMillis(PAUSE_MS));
        assertThat(repairs.due(LOST)).extracting(Repair::attempt).containsExactly(2);
        clock.advance(Duration.ofMillis(PAUSE_MS));
        assertThat(repairs.due(LOST)).isEmpty();
        clock.advance(Duration.ofMillis(PAUSE_MS));
        assertThat(repairs.due(LOST)).extracting(Repair::attempt).containsExactly(3);
    }

    @Test
    void endAfterTheLastAttemptEvenIfTheOrderSeemsMendedInBetween() {
        for (int i = 0; i < 3; i++) {
            assertThat(repairs.due(LOST)).hasSize(1);
            assertThat(repairs.due(List.of())).isEmpty();
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(repairs.due(LOST)).isEmpty();
        clock.advance(Duration.ofMinutes(61));
        assertThat(repairs.due(LOST)).as("a new case").hasSize(1);
    }

    @Test
    void dispatchAnEventOnceForAllThatItMends() {
        assertThat(repairs.due(
                        List.of(trouble(Kind.LOST, 7, 112L), trouble(Kind.MAIL_MISSING, 7, 112L))))
                .hasSize(1);
    }

    @Test
    void leaveToPeopleWhatNoEventMends() {
        assertThat(repairs.due(List.of(trouble(Kind.SALE_DIFFERS, 7, null)))).isEmpty();
    }

    @Test
    void canBeTurnedOff() {
        assertThat(new Repairs(new RepairConfig(5_000, 0, PAUSE_MS), clock).due(LOST))
                .isEmpty();
    }

    private static Trouble trouble(Kind kind, long order, @Nullable Long event) {
        return new Trouble(kind, 1, false, List.of(new Trouble.Order(order, event)));
    }
}
