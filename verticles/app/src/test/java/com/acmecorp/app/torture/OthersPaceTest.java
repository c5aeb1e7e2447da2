package com.acmecorp.app.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.systemtest.Journey;
import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Whether others are slower for poison is read off the middle of several rounds. */
class OthersPaceTest {

    private static final List<Long> CALM = List.of(100L, 90L, 110L, 100L, 100L);

    private final OthersPace pace = new OthersPace();

    @Test
    void forgivesOneSlowRound() {
        CALM.forEach(this::calm);
        List.of(150L, 9_000L, 140L, 130L, 150L).forEach(this::beside);

        assertThat(pace.findings().differences()).isEmpty();
        assertThat(pace.findings().figures())
                .containsExactly(
                        "p99 of the others, acknowledged to booked: 150 ms beside poison, 100 ms in calm (medians of 5 rounds)");
    }

    @Test
    void findsOthersThatAreSlower() {
        CALM.forEach(this::calm);
        List.of(151L, 160L, 151L, 90L, 100L).forEach(this::beside);

        assertThat(pace.findings().differences()).hasSize(1);
    }

    @Test
    void doesNotJudgeFewRounds() {
        calm(100);
        beside(9_000);

        assertThat(pace.findings().differences()).isEmpty();
    }

    private void calm(long ms) {
        pace.calm(hundredThatTook(ms));
    }

    private void beside(long ms) {
        pace.beside(Stream.concat(hundredThatTook(ms), Stream.of(journey(1_000, null))));
    }

    /** The slowest of a hundred isn't the 99th. */
    private static Stream<Journey> hundredThatTook(long ms) {
        return LongStream.rangeClosed(1, 100)
                .mapToObj(order -> journey(order, order == 100 ? 1_000_000 : ms));
    }

    private static Journey journey(long order, @Nullable Long tookMs) {
        return new Journey(new OrderId(order), 5_000, tookMs == null ? null : 5_000 + tookMs);
    }
}
