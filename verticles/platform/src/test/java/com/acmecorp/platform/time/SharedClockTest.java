package com.acmecorp.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.testing.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class SharedClockTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong monotonic = new AtomicLong(TimeUnit.DAYS.toNanos(3));
    private final TestClock machine = new TestClock();
    private final SharedClock clock = new SharedClock(monotonic::get, machine);
    private final Instant begin = machine.instant();

    @Test
    void beginsAtTheMachinesTime() {
        assertThat(clock.instant()).isEqualTo(begin);
    }

    @Test
    void isAtTheServersTime() {
        learn(begin.plus(HOUR), Duration.ofMillis(2));

        assertThat(clock.instant()).isEqualTo(begin.plus(HOUR));
        pass(Duration.ofSeconds(30));
        assertThat(clock.instant()).isEqualTo(begin.plus(HOUR).plusSeconds(30));
    }

    @Test
    void isNotMovedByWhoeverSetsTheMachinesClock() {
        learn(begin, Duration.ofMillis(2));
        machine.advance(HOUR);

        assertThat(clock.instant()).isEqualTo(begin);
    }

    @Test
    void countsOnWhileTheMachineIsSuspended() {
        AtomicLong suspended = new AtomicLong();
        SharedClock portable = new SharedClock(monotonic::get, suspended::get, machine);
        suspended.addAndGet(HOUR.toNanos());
        portable.monotonicNanos();

        assertThat(portable.instant()).isEqualTo(begin.plus(HOUR));
    }

    @Test
    void believesTheQuickestAnswer() {
        learn(begin, Duration.ofMillis(2));
        learn(begin.plusMillis(400), Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(begin);
    }

    @Test
    void forgetsHowItWasOnceTheServersClockIsSet() {
        learn(begin, Duration.ofMillis(2));
        learn(begin.minus(HOUR), Duration.ofMillis(900));

        assertThat(clock.instant()).isEqualTo(begin.minus(HOUR));
    }

    @Test
    void forgetsAnOldAnswerHoweverQuickItWas() {
        learn(begin, Duration.ofMillis(2));
        for (int i = 0; i < 10; i++) {
            learn(begin.plusMillis(15), Duration.ofMillis(4));
        }
        assertThat(clock.instant()).isEqualTo(begin.plusMillis(15));
    }

    @Test
    void tellsHowFarTheMachinesClockIsAhead() {
        learn(begin.minusSeconds(40), Duration.ofMillis(200));
        assertThat(clock.skewMs()).isEqualTo(39_900);

        learn(begin.plusSeconds(40), Duration.ofMillis(200));
        assertThat(clock.skewMs()).isEqualTo(-39_900);
    }

    @Test
    void blamesNoClockForASlowAnswer() {
        learn(begin.plusSeconds(2), Duration.ofSeconds(6));

        assertThat(clock.skewMs()).isZero();
    }

    /** The server is asked, and says in the middle of the time until its answer is there what time it is. */
    private void learn(Instant server, Duration roundTrip) {
        long now = monotonic.get();
        Instant middle = server.minus(roundTrip.dividedBy(2));
        clock.learn(
                TimeUnit.MILLISECONDS.toNanos(middle.toEpochMilli()), now - roundTrip.toNanos());
    }

    private void pass(Duration time) {
        monotonic.addAndGet(time.toNanos());
    }
}
