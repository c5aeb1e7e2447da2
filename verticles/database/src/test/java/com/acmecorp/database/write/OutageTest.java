package com.acmecorp.database.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

class OutageTest {

    private Instant now = Instant.EPOCH;
    private final InstantSource time = () -> now;
    private final Outage outage = new Outage(time.withZone(ZoneOffset.UTC));

    @Test
    void isWorthAWordOnceWhenItLasts() {
        assertThat(outage.lastsLong()).isFalse();
        pass(Duration.ofMinutes(2));
        assertThat(outage.lastsLong()).isFalse();
        pass(Duration.ofMinutes(1));
        assertThat(outage.lastsLong()).isTrue();
        pass(Duration.ofMinutes(1));
        assertThat(outage.lastsLong()).isFalse();
    }

    @Test
    void beginsAnewAfterwards() {
        assertThat(outage.lastsLong()).isFalse();
        pass(Duration.ofMinutes(3));
        outage.over();
        assertThat(outage.lastsLong()).isFalse();
        pass(Duration.ofMinutes(3));
        assertThat(outage.lastsLong()).isTrue();
    }

    @Test
    void hindersUntilNoWriteWasHinderedForAMoment() {
        assertThat(outage.hindrance()).isEmpty();
        assertThat(outage.hinders("no room")).as("news").isTrue();
        assertThat(outage.hinders("no room")).as("news").isFalse();
        outage.over();
        assertThat(outage.hindrance()).hasValue("no room");
        pass(Duration.ofSeconds(5));
        assertThat(outage.hindrance()).isEmpty();
    }

    @Test
    void hindersForAsLongAsNothingIsWrittenAndSomebodyTries() {
        outage.lastsLong();
        outage.hinders("no writes");
        assertThat(outage.hasHinderedFor(4_000)).isFalse();
        pass(Duration.ofSeconds(4));
        assertThat(outage.hasHinderedFor(4_000)).isTrue();
        outage.over();
        assertThat(outage.hasHinderedFor(4_000)).as("after a write").isFalse();
    }

    @Test
    void doesNotHinderWhereItIsOnlyAway() {
        outage.lastsLong();
        pass(Duration.ofSeconds(8));
        assertThat(outage.hasHinderedFor(4_000)).isFalse();
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }
}
