package com.acmecorp.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.Eventually;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

class TimeSyncTest {

    private final Vertx vertx = Vertx.vertx();
    private final SharedClock clock = SharedClock.of(vertx);
    private final HealthChecks health = new HealthChecks(vertx, 5_000);
    private volatile Duration serverIsAhead = Duration.ZERO;
    private volatile boolean serverIsThere = true;
    private final TimeSync time = new TimeSync(vertx, this::ask);

    @AfterEach
    void close() {
        Await.result(vertx.close());
    }

    @Test
    void knowsTheServersTimeOnceItHasStarted() {
        setServerAhead(Duration.ofHours(1));

        Await.result(time.start());

        assertThat(clock.millis() - serverMillis()).isBetween(-50L, 50L);
    }

    @Test
    void failsWhereTheServerDoesNotAnswer() {
        serverIsThere = false;

        assertThatThrownBy(() -> Await.result(time.start())).hasMessageContaining("away");
    }

    @Test
    void saysWhoseClockIsWrongByHowMuchAndThatItIsRightAgain() {
        setServerAhead(Duration.ofSeconds(-90));
        Await.result(time.offerHealth(health));
        Await.result(time.start());

        assertThatThrownBy(() -> Await.result(health.ask("clock")))
                .hasMessageContaining(ProcessHandle.current().pid() + "@")
                .hasMessageMatching(".* (90\\.0|89\\.9) s ahead of .*NTP.*");

        setServerAhead(Duration.ofMillis(-200));
        Eventually.holds(() -> Await.result(health.ask("clock").otherwise(new JsonObject()))
                .containsKey("aheadMs"));
    }

    private void setServerAhead(Duration time) {
        serverIsAhead = time;
    }

    private Future<TimeSource.Reading> ask(LongSupplier monotonicNanos) {
        long askedAtNanos = monotonicNanos.getAsLong();
        return serverIsThere
                ? Future.succeededFuture(new TimeSource.Reading(
                        TimeUnit.MILLISECONDS.toNanos(serverMillis()), askedAtNanos))
                : Future.failedFuture("the server is away");
    }

    private long serverMillis() {
        return Clock.systemUTC().millis() + serverIsAhead.toMillis();
    }
}
