package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.database.read.Backlog;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever asks how the journal is never waits for a look at it. */
class JournalHealthTest {

    private static final long TOOK_OVER_AT_MS = 1_795_000_000_000L;
    private static final Backlog SEEN = new Backlog(7, 0, 0, 0, 0, List.of(), 10_000);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger looks = new AtomicInteger();
    private Clock clock = Clock.systemUTC();

    @AfterEach
    void stop() {
        TestDatabase.await(vertx.close());
    }

    @Test
    void answersWhileALookHangs() {
        JournalHealth health =
                new JournalHealth(vertx, clock, this::lookOnce, () -> TOOK_OVER_AT_MS);
        TestDatabase.await(health.start().mapEmpty());
        Eventually.eventually("the second look hangs", () -> looks.get() == 2);

        Future<JsonObject> answer = health.ask();

        assertThat(answer.isComplete()).isTrue();
        assertThat(answer.result().getLong("undispatched")).isEqualTo(7);
    }

    @Test
    void saysWhenNobodyCouldLookForLong() {
        JournalHealth health = new JournalHealth(
                vertx, () -> clock.instant(), this::lookOnce, () -> TOOK_OVER_AT_MS);
        assertThat(health.ask().failed()).as("before the first look").isTrue();
        TestDatabase.await(health.start().mapEmpty());
        assertThat(health.ask().succeeded()).isTrue();

        clock = Clock.offset(clock, Duration.ofSeconds(11));

        assertThat(health.ask().cause()).hasMessageContaining("nobody could see");
    }

    @Test
    void tellsForHowLongNothingWasTakenOver() {
        clock = Clock.fixed(Instant.ofEpochMilli(TOOK_OVER_AT_MS + 61_000), ZoneOffset.UTC);
        JournalHealth health =
                new JournalHealth(vertx, clock, this::lookOnce, () -> TOOK_OVER_AT_MS);
        TestDatabase.await(health.start().mapEmpty());

        assertThat(health.ask().result().getLong("idleMs")).isEqualTo(61_000);
    }

    private Future<Backlog> lookOnce() {
        return looks.incrementAndGet() == 1
                ? Future.succeededFuture(SEEN)
                : Promise.<Backlog>promise().future();
    }
}
