package com.acmecorp.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestPlatform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

@ExtendWith(VertxExtension.class)
class OperationsVerticleTest {

    private static final int LIMIT_MS = 1_000;

    private TestPlatform acme;
    private Future<JsonObject> database = Future.succeededFuture(new JsonObject());
    private long overdueMs;
    private long idleMs;

    @BeforeEach
    void someParts(Vertx vertx) {
        acme = TestPlatform.on(vertx);
        offer("database", () -> database);
        offer(
                "journal",
                () -> Future.succeededFuture(
                        JsonObject.of("overdueMs", overdueMs, "idleMs", idleMs)));
    }

    @Test
    void isReadyWhenEachPartIsWell(Vertx vertx) {
        offer("mail", () -> Future.succeededFuture(new JsonObject()));
        start(vertx, Parts.ALL);

        assertThat(ask("health.ready")).isEqualTo(new JsonObject("""
                        {"status": "UP", "checks": [
                          {"id": "database", "status": "UP"},
                          {"id": "journal", "status": "UP", "data": {"overdueMs": 0, "idleMs": 0}},
                          {"id": "mail", "status": "UP"}]}"""));
    }

    @Test
    void namesAPartThatDoesNotRun(Vertx vertx) {
        start(vertx, Parts.ALL);

        assertThat(ask("health.ready").getString("status")).isEqualTo("DOWN");
        assertThat(check("health.ready", "mail")).isEqualTo("DOWN, mail isn't running");
    }

    @Test
    void saysWhyAPartIsNotWell(Vertx vertx) {
        database = Future.failedFuture("connection refused");
        start(vertx, Parts.ALL);

        assertThat(check("health.ready", "database")).isEqualTo("DOWN, connection refused");
    }

    @Test
    void isNotReadyWhenEventsWaitTooLong(Vertx vertx) {
        start(vertx, List.of("journal"));

        overdueMs = LIMIT_MS;
        idleMs = LIMIT_MS + 1;
        assertThat(ask("health.ready").getString("status")).isEqualTo("UP");

        overdueMs = LIMIT_MS + 1;
        assertThat(check("health.ready", "journal"))
                .isEqualTo(
                        "DOWN, the oldest event is overdue by 1001 ms and none was taken over for 1001 ms, the limit is 1000 ms");
    }

    /** A million that wait since yesterday don't close the shop of today. */
    @Test
    void staysReadyWhileWhatWaitsIsWorkedOff(Vertx vertx) {
        start(vertx, List.of("journal"));
        overdueMs = 86_400_000;

        idleMs = LIMIT_MS;
        assertThat(ask("health.ready").getString("status")).isEqualTo("UP");

        idleMs = LIMIT_MS + 1;
        assertThat(ask("health.ready").getString("status")).isEqualTo("DOWN");
    }

    @Test
    void asksThePartsOfItsOwnProcessWhenNoneAreNamed(Vertx vertx) {
        start(vertx, List.of());

        assertThat(ask("health.ready").getJsonArray("checks")).hasSize(2);
        assertThat(ask("health.ready").getString("status")).isEqualTo("UP");
        database = Future.failedFuture("connection refused");
        assertThat(ask("health.ready").getString("status")).isEqualTo("DOWN");
    }

    @Test
    void staysReadyWhileAThirdPartyIsDown(Vertx vertx) {
        offer("stockist", () -> Future.failedFuture("the stockist fails again and again"));
        start(vertx, List.of());

        assertThat(ask("health.ready").getString("status")).isEqualTo("UP");
        assertThat(check("health", "stockist"))
                .isEqualTo("DOWN, the stockist fails again and again");
    }

    @Test
    void staysReadyWithoutAPartThatCustomersCanWaitFor(Vertx vertx) {
        offer("mail", () -> Future.failedFuture("no route to host"));
        start(vertx, List.of("database", "journal"));

        assertThat(ask("health.ready").getString("status")).isEqualTo("UP");
        assertThat(ask("health").getString("status")).isEqualTo("DOWN");
    }

    private void offer(String part, Supplier<Future<JsonObject>> probe) {
        Await.result(acme.health().offer(part, probe));
    }

    private void start(Vertx vertx, List<String> readyParts) {
        acme.deploy(
                vertx,
                new OperationsVerticle(
                        OperationsConfig.from(new Settings(
                                List.of(JsonObject.of(
                                        "operations",
                                        JsonObject.of(
                                                "journalBacklogMaxMs",
                                                LIMIT_MS,
                                                "readyParts",
                                                new JsonArray(readyParts)))),
                                Map.of())),
                        acme.platform()));
    }

    private JsonObject ask(String useCase) {
        return Await.result(acme.useCases().call(useCase, new JsonObject()));
    }

    private String check(String useCase, String part) {
        return ask(useCase).getJsonArray("checks").stream()
                .map(JsonObject.class::cast)
                .filter(check -> part.equals(check.getString("id")))
                .map(check -> check.getString("status") + ", "
                        + check.getJsonObject("data").getString("cause"))
                .findFirst()
                .orElseThrow();
    }
}
