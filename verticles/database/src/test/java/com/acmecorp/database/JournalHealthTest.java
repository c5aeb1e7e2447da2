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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever asks how the journal is never waits for a look at it. */
class JournalHealthTest {

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
        JournalHealth health = new JournalHealth(vertx, clock, this::lookOnce);
        TestDatabase.await(health.start().mapEmpty());
        Eventually.eventually("the second look hangs", () -> looks.get() == 2);

        Future<JsonObject> answer = health.ask();

        assertThat(answer.isComplete()).isTrue();
        assertThat(answer.result().getLong("undispatched")).isEqualTo(7);
    }

    @Test
    void saysWhenNobodyCouldLookForLong() {
        JournalHealth health = new JournalHealth(vertx, () -> clock.instant(), this::lookOnce);
        assertThat(health.ask().failed()).as("before the first look").isTrue();
        TestDatabase.await(health.start().mapEmpty());
        assertThat(health.ask().succeeded()).isTrue();

        clock = Clock.offset(clock, Duration.ofSeconds(11));

        assertThat(health.ask().cause()).hasMessageContaining("nobody could see");
    }

    private Future<Backlog> lookOnce() {
        return looks.incrementAndGet() == 1
                ? Future.succeededFuture(SEEN)
                : Promise.<Backlog>promise().future();
    }
}
