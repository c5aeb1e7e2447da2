package com.acmecorp.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.operations.facts.PaymentFacts;
import com.acmecorp.platform.figures.Figure;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.platform.testing.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

class PaymentsSeenTest {

    private final Figures figures = new Figures();
    private final TestClock clock = new TestClock();

    @Test
    void countsThePaymentsOfTheLastMinute() {
        count(Figure.PAYMENTS_DECLINED, 100);
        PaymentsSeen payments = new PaymentsSeen(figures, clock);
        count(Figure.PAYMENTS_DECLINED, 3);
        count(Figure.PAYMENTS_PAID, 5);
        clock.advance(Duration.ofSeconds(30));
        assertThat(payments.look()).isEqualTo(new PaymentFacts(5, 3, 30));

        count(Figure.PAYMENTS_DECLINED, 4);
        clock.advance(Duration.ofSeconds(30));
        assertThat(payments.look()).isEqualTo(new PaymentFacts(5, 7, 60));
        clock.advance(Duration.ofSeconds(30));
        assertThat(payments.look()).isEqualTo(new PaymentFacts(0, 4, 60));
        clock.advance(Duration.ofSeconds(61));
        assertThat(payments.look()).isEqualTo(new PaymentFacts(0, 0, 0));
    }

    private void count(Figure figure, int times) {
        IntStream.range(0, times).forEach(n -> figures.count(figure));
    }
}
