package com.acmecorp.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class LimitTest {

    private long nowNanos;

    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nowNanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final Limit limit = new Limit(2, Duration.ofMinutes(1), clock);

    @Test
    void saysWhenThereIsOneAgain() {
        assertThat(limit.take("ana")).isZero();
        assertThat(limit.take("ana")).isZero();
        assertThat(limit.take("ana")).isBetween(30L, 31L);
        assertThat(limit.take("ben")).as("another has his own").isZero();

        nowNanos += Duration.ofSeconds(31).toNanos();
        assertThat(limit.take("ana")).isZero();
        assertThat(limit.take("ana")).isPositive();
    }

    @Test
    void takesBackWhatCameToNothing() {
        limit.take("ana");
        limit.take("ana");
        limit.giveBack("ana");

        assertThat(limit.take("ana")).isZero();
        assertThat(limit.take("ana")).isPositive();
    }

    @Test
    void isNoneWhereItIsZero() {
        Limit none = new Limit(0, Duration.ofMinutes(1), clock);
        for (int n = 0; n < 1_000; n++) {
            assertThat(none.take("ana")).isZero();
        }
    }

    @Test
    void claimsAllOrNothing() {
        Limit scarce = new Limit(1, Duration.ofMinutes(1), clock);
        scarce.take("org");

        Claim refused = new Claim().on(limit, "ana", "too many").on(scarce, "org", "no more");

        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.refusal()).isEqualTo("no more");
        assertThat(new Claim().on(limit, "ana", "").on(limit, "ana", "").isGranted())
                .as("what the first gave was given back")
                .isTrue();
    }

    @Test
    void countsWhatAKeyHasAtATime() {
        Share share = new Share(2);
        share.take("order");
        assertThat(share.isLeft("order")).isTrue();
        share.take("order");
        assertThat(share.isLeft("order")).isFalse();
        assertThat(share.isLeft("another")).isTrue();
        share.giveBack("order");
        assertThat(share.isLeft("order")).isTrue();
        assertThat(new Share(0).isLeft("order")).as("no limit").isTrue();
    }
}
