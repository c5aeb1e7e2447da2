package com.acmecorp.platform.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff longest = new Backoff(100, 1_000, bound -> bound - 1);

    @Test
    void doublesTheLongestPauseUpToTheCap() {
        assertThat(longest.after(1)).isEqualTo(100);
        assertThat(longest.after(2)).isEqualTo(200);
        assertThat(longest.after(4)).isEqualTo(800);
        assertThat(longest.after(5)).isEqualTo(1_000);
        assertThat(longest.after(1_000)).isEqualTo(1_000);
    }

    @Test
    void pausesAboutAsLongAsItDidNotWork() {
        assertThat(longest.afterTrying(-5)).isEqualTo(100);
        assertThat(longest.afterTrying(300)).isEqualTo(300);
        assertThat(longest.afterTrying(Long.MAX_VALUE)).isEqualTo(1_000);
    }

    @Test
    void mayComeBackAtOnceSoThatThoseWhoFailedTogetherSpread() {
        assertThat(new Backoff(100, 1_000, bound -> 0).after(5)).isZero();
    }

    @Test
    void neverPausesWhereNoPauseIsAllowed() {
        assertThat(new Backoff(0, 1_000).after(5)).isZero();
        assertThat(new Backoff(100, 0).after(5)).isZero();
    }
}
