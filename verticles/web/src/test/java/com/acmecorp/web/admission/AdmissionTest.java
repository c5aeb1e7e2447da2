package com.acmecorp.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.admission.Pressure;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.platform.testing.TestClock;

import io.vertx.core.Promise;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class AdmissionTest {

    private static final @Nullable String NO_KEY = null;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final TestClock clock = new TestClock();
    private final Pressure pressure = new Pressure();
    private final Admission admission =
            new Admission(new AdmissionConfig(4, 16, 400), pressure, new Figures(), clock);

    @Test
    void takesAsManyOrdersAsMayBeInWorkAtOnce() {
        assertThat(takeAll()).isEqualTo(16);

        admission.done();
        assertThat(admission.take(NO_KEY)).isTrue();
        assertThat(admission.take(NO_KEY)).isFalse();
    }

    @Test
    void takesFewerWhileWritesWaitAndMoreAgainWhenTheyDoNot() {
        pressure.writesWait(() -> 401);
        look(1);
        assertThat(takeAll()).as("a quarter fewer").isEqualTo(12);

        leaveAll(12);
        look(20);
        assertThat(takeAll()).as("those that are always taken").isEqualTo(4);

        leaveAll(4);
        pressure.writesWait(() -> 400);
        look(30);
        assertThat(takeAll()).isEqualTo(16);
    }

    @Test
    void takesFewerWhenWhoeverIsBehindItHasNoRoom() {
        admission.overloaded();

        assertThat(takeAll()).isEqualTo(12);
    }

    @Test
    void countsNoOrderThatWaitsForItsBank() {
        assertThat(takeAll()).isEqualTo(16);
        Promise<String> bank = Promise.promise();
        assertThat(pressure.withOthers(bank::future).isComplete()).isFalse();

        assertThat(admission.take(NO_KEY)).isTrue();
        assertThat(admission.take(NO_KEY)).isFalse();

        admission.done();
        bank.complete("paid");
        assertThat(admission.take(NO_KEY)).as("it is back").isFalse();
    }

    @Test
    void letsInWhoAsksAgainForAnOrderThatWasTaken() {
        assertThat(admission.take("mine")).isTrue();
        takeAll();

        assertThat(admission.hasRoom("mine")).isTrue();
        assertThat(admission.take("mine")).isTrue();
        assertThat(admission.take("another")).isFalse();
        assertThat(admission.take("another")).as("a refusal makes no key known").isFalse();
    }

    @Test
    void tellsWhoIsRefusedToComeBackWithinSecondsThatDiffer() {
        assertThat(IntStream.range(0, 200)
                        .map(n -> admission.refuse())
                        .distinct()
                        .sorted())
                .containsExactly(1, 2);
    }

    @Test
    void spreadsThoseWhoAreRefusedOverTheTimeInWhichAllCanBeServed() {
        for (int second = 0; second < 8; second++) {
            takeAll();
            leaveAll(16);
            IntStream.range(0, 64).forEach(n -> admission.refuse());
            clock.advance(Duration.ofSeconds(1));
        }

        int longest =
                IntStream.range(0, 1_000).map(n -> admission.refuse()).max().orElseThrow();

        assertThat(longest).isBetween(5, 30);
    }

    @Test
    void tellsThoseWhoWaitAsSoonAsMuchRoomIsLeft() {
        List<String> told = new ArrayList<>();
        Runnable late = () -> told.add("late");
        takeAll();
        IntStream.range(0, 5).forEach(n -> admission.hold(() -> told.add("early")));
        admission.hold(late);

        leaveAll(8);
        assertThat(told).as("half of the room is left").isEmpty();
        leaveAll(1);
        assertThat(told).hasSize(2);
        leaveAll(1);
        assertThat(told).hasSize(4);
        assertThat(admission.release(late)).isTrue();
        assertThat(admission.release(late)).as("once").isFalse();
        leaveAll(6);
        assertThat(told).hasSize(5).doesNotContain("late");
    }

    @Test
    void forgetsARushThatIsOver() {
        IntStream.range(0, 1_000).forEach(n -> admission.refuse());
        clock.advance(Duration.ofSeconds(1));
        IntStream.range(0, 1_000).forEach(n -> admission.refuse());
        clock.advance(Duration.ofSeconds(60));

        assertThat(IntStream.range(0, 100).map(n -> admission.refuse()).max()).hasValue(2);
    }

    private int takeAll() {
        int taken = 0;
        while (admission.take(NO_KEY)) {
            taken++;
        }
        return taken;
    }

    private void leaveAll(int orders) {
        IntStream.range(0, orders).forEach(n -> admission.done());
    }

    private void look(int times) {
        for (int n = 0; n < times; n++) {
            clock.advance(LOOK);
            assertThat(admission.hasRoom("anybody")).isTrue();
        }
    }
}
