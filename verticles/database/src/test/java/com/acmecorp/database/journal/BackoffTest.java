package com.acmecorp.database.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class BackoffTest {

    private static final JournalConfig CONFIG = new JournalConfig(1, 1, 1, 1, 1, 8, 100, 1_000);

    @Test
    void doublesTheLongestPauseUpToTheCap() {
        Backoff longest = new Backoff(CONFIG, bound -> bound - 1);
        assertThat(longest.pauseMs(1)).isEqualTo(100);
        assertThat(longest.pauseMs(2)).isEqualTo(200);
        assertThat(longest.pauseMs(4)).isEqualTo(800);
        assertThat(longest.pauseMs(5)).isEqualTo(1_000);
        assertThat(longest.pauseMs(1_000)).isEqualTo(1_000);
    }

    @Test
    void pausesAboutAsLongAsItCouldNotDeliver() {
        Backoff longest = new Backoff(CONFIG, bound -> bound - 1);
        assertThat(longest.pauseMs(Duration.ofMillis(-5))).isEqualTo(100);
        assertThat(longest.pauseMs(Duration.ofMillis(300))).isEqualTo(300);
        assertThat(longest.pauseMs(Duration.ofDays(3))).isEqualTo(1_000);
    }

    @Test
    void mayComeBackAtOnceSoThatThoseWhoFailedTogetherSpread() {
        assertThat(new Backoff(CONFIG, bound -> 0).pauseMs(5)).isEqualTo(1);
    }
}
