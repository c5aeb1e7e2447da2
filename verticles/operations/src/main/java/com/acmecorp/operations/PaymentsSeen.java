package com.acmecorp.operations;

import com.acmecorp.operations.facts.PaymentFacts;
import com.acmecorp.platform.figures.Figure;
import com.acmecorp.platform.figures.Figures;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The payments of the last minute, from counts that only grow. */
final class PaymentsSeen {

    private static final Duration LATELY = Duration.ofMinutes(1);
    private static final int MOST_LOOKS = 10_000;

    private final Figures figures;
    private final Clock clock;
    private final Deque<Count> counts = new ArrayDeque<>();

    private record Count(long atMs, long paid, long declined) {}

    PaymentsSeen(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
        counts.add(count());
    }

    PaymentFacts look() {
        Count now = count();
        counts.add(now);
        while (counts.size() > MOST_LOOKS
                || counts.getFirst().atMs() < now.atMs() - LATELY.toMillis()) {
            counts.removeFirst();
        }
        Count then = counts.getFirst();
        return new PaymentFacts(
                now.paid() - then.paid(),
                now.declined() - then.declined(),
                Duration.ofMillis(now.atMs() - then.atMs()).toSeconds());
    }

    private Count count() {
        return new Count(
                clock.millis(),
                figures.of(Figure.PAYMENTS_PAID),
                figures.of(Figure.PAYMENTS_DECLINED));
    }
}
