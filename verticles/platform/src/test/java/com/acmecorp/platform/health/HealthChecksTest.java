package com.acmecorp.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.testing.Await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.function.Supplier;

@ExtendWith(VertxExtension.class)
class HealthChecksTest {

    private static final int PATIENCE_MS = 10_000;

    @Test
    void answersWithFactsWorthShowing(Vertx vertx) {
        HealthChecks checks =
                offering(vertx, () -> Future.succeededFuture(JsonObject.of("dead", 0)));

        assertThat(Await.result(checks.ask("journal"))).isEqualTo(JsonObject.of("dead", 0));
    }

    @Test
    void failsWithWhyThePartCannotWork(Vertx vertx) {
        HealthChecks checks = offering(vertx, () -> Future.failedFuture("the disk is full"));

        assertThat(Await.failure(checks.ask("journal"))).hasMessage("the disk is full");
    }

    @Test
    void failsWhereTheProbeItselfBreaks(Vertx vertx) {
        HealthChecks checks = offering(vertx, () -> {
            throw new IllegalStateException("broken");
        });

        assertThat(Await.failure(checks.ask("journal"))).hasMessage("broken");
    }

    @Test
    void failsWhereNobodyAnswers(Vertx vertx) {
        assertThat(Await.failure(new HealthChecks(vertx, PATIENCE_MS).ask("mail")))
                .hasMessageContaining("health.mail");
    }

    @Test
    void failsWhereTheAnswerIsLate(Vertx vertx) {
        Await.result(offer(vertx, () -> Promise.<JsonObject>promise().future()));

        assertThat(Await.failure(new HealthChecks(vertx, 1).ask("journal")))
                .hasMessageContaining("Timed out");
    }

    private static HealthChecks offering(Vertx vertx, Supplier<Future<JsonObject>> probe) {
        Await.result(offer(vertx, probe));
        return new HealthChecks(vertx, PATIENCE_MS);
    }

    private static Future<Void> offer(Vertx vertx, Supplier<Future<JsonObject>> probe) {
        return new HealthChecks(vertx, PATIENCE_MS).offer("journal", probe);
    }
}
