package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Journey;
import com.acmecorp.app.systemtest.Percentiles;
import com.acmecorp.app.torture.Strike.Findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How long orders take that nothing is wrong with, in calm and beside others that fail. One round is at the mercy of
 * whatever else the machine does, so the medians of several are compared.
 */
final class OthersPace {

    private static final double MOST_TIMES_SLOWER = 1.5;
    private static final int FEWEST_ROUNDS = 5;

    private final List<Long> calmMs = new ArrayList<>();
    private final List<Long> besideMs = new ArrayList<>();

    void calm(Stream<Journey> journeys) {
        calmMs.add(p99(journeys));
    }

    void beside(Stream<Journey> others) {
        besideMs.add(p99(others));
    }

    private static long p99(Stream<Journey> journeys) {
        LongStream tookMs = journeys.filter(journey -> journey.bookedAtMs() != null)
                .mapToLong(journey ->
                        Objects.requireNonNull(journey.bookedAtMs()) - journey.acceptedAtMs());
        return Percentiles.of(tookMs).p99();
    }

    /** The verdict over all rounds, where there are enough for one. */
    Findings findings() {
        long calm = median(calmMs);
        long beside = median(besideMs);
        String figures =
                "p99 of the others, acknowledged to booked: %,d ms beside poison, %,d ms in calm (medians of %d rounds)"
                        .formatted(beside, calm, besideMs.size());
        boolean isSlow =
                besideMs.size() >= FEWEST_ROUNDS && beside > MOST_TIMES_SLOWER * Math.max(1, calm);
        return new Findings(List.of(figures), isSlow ? List.of("too slow: " + figures) : List.of());
    }

    private static long median(List<Long> times) {
        return Percentiles.of(times.stream().mapToLong(Long::longValue)).p50();
    }
}
