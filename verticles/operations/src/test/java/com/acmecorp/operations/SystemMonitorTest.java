package com.acmecorp.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.operations.alert.MailSink;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestPlatform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The watch from the facts to those who are told, on a database that says what a test wants. */
@ExtendWith(VertxExtension.class)
class SystemMonitorTest {

    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> posts = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // before each test
    private TestPlatform acme;

    private volatile List<Map<String, Object>> troubles = List.of();
    private volatile boolean away;

    @BeforeEach
    void aQuietSystem(Vertx vertx) {
        acme = TestPlatform.on(vertx);
        acme.database()
                .on("getBacklog", none -> backlog())
                .on(
                        "getConservation",
                        none -> Map.of(
                                "accepted",
                                1,
                                "inFlight",
                                1,
                                "booked",
                                0,
                                "cancelled",
                                0,
                                "dead",
                                0,
                                "lost",
                                0))
                .on("getTroubles", none -> troubles)
                .on("getPartyDifferences", none -> List.of())
                .on("dispatchAgain", event -> true);
        Await.result(acme.health()
                .offer("journal", () -> Future.succeededFuture(JsonObject.of("overdueMs", 0))));
        Await.result(acme.useCases().offer(MailSink.USE_CASE, request -> {
            mails.add(request.text("subject"));
            return Future.succeededFuture(new JsonObject());
        }));
    }

    @Test
    void tellsOfALostOrderHasItMendedAndTellsThatItIs(Vertx vertx) throws Exception {
        deploy(vertx, webhook(vertx));

        troubles = List.of(lost(7, 112));
        assertThat(next(mails)).isEqualTo("ALERT: orders are lost");
        assertThat(next(posts)).startsWith("ALERT orders are lost.").endsWith(": 7");
        assertThat(alerts()).isEqualTo(1);
        acme.database().calls("dispatchAgain");
        Await.result(until(vertx, () -> !acme.database().calls("dispatchAgain").isEmpty()));
        assertThat(acme.database().calls("dispatchAgain"))
                .containsExactly(JsonObject.of("eventKey", 112L));

        troubles = List.of();
        assertThat(next(mails)).isEqualTo("RESOLVED: orders are lost");
        assertThat(next(posts)).startsWith("RESOLVED orders are lost, after");
        assertThat(alerts()).isZero();
    }

    @Test
    void tellsThatTheDatabaseIsAway(Vertx vertx) throws Exception {
        away = true;
        deploy(vertx, new JsonObject());

        assertThat(next(mails)).isEqualTo("ALERT: no data about orders");
        away = false;
        assertThat(next(mails)).isEqualTo("RESOLVED: no data about orders");
    }

    @Test
    void tellsOfAPartThatStaysDown(Vertx vertx) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Await.result(acme.health()
                .offer(
                        "mail",
                        () -> asked.incrementAndGet() == 3
                                ? Future.succeededFuture(new JsonObject())
                                : Future.failedFuture("no route to host")));
        deploy(vertx, new JsonObject());

        assertThat(next(mails)).isEqualTo("ALERT: a part is down: mail");
        assertThat(asked.get()).as("once is a stutter").isGreaterThanOrEqualTo(2);
        assertThat(next(mails)).isEqualTo("RESOLVED: a part is down: mail");
    }

    @Test
    void showsInHealthWhatIsOpenWithoutBeingUnwell(Vertx vertx) throws Exception {
        troubles = List.of(lost(7, 112));
        deploy(vertx, new JsonObject());
        next(mails);

        JsonObject health = Await.result(acme.useCases().call("health", new JsonObject()));
        assertThat(health.getString("status")).isEqualTo("UP");
        assertThat(health.getJsonArray("checks").getJsonObject(0)).isEqualTo(new JsonObject("""
                {"id": "alerts", "status": "UP", "data": {"open": 1, "titles": ["orders are lost"]}}"""));
    }

    @Test
    void measuresWhatItSees(Vertx vertx) throws Exception {
        troubles = List.of(lost(7, 112));
        deploy(vertx, new JsonObject());
        next(mails);

        assertThat(metrics())
                .contains("acme_orders_seen 1\n", "acme_orders{class=\"in_flight\"} 1\n")
                .contains("acme_troubles{kind=\"LOST\"} 1\n")
                .contains("acme_alerts_open{rule=\"orders are lost\"} 1\n");
        away = true;
        assertThat(metrics()).contains("acme_orders_seen 0\n").doesNotContain("acme_orders{");
    }

    private String metrics() {
        return Await.result(acme.useCases().call("metrics", new JsonObject())).getString("text");
    }

    private Map<String, Object> backlog() {
        if (away) {
            throw Problem.of(Kind.UNAVAILABLE, "The database is away.").asException();
        }
        return Map.of(
                "undispatched", 0,
                "overdueMs", 0,
                "retrying", 0,
                "dead", 0,
                "missingSubscribers", List.of(),
                "countedUpTo", 10_000);
    }

    private static Map<String, Object> lost(long order, long event) {
        Map<String, Object> trouble = Map.of("orderId", order, "eventKey", event);
        return Map.of("kind", "LOST", "total", 1, "atLeast", false, "orders", List.of(trouble));
    }

    private JsonObject webhook(Vertx vertx) {
        HttpServer server = Await.result(vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .onSuccess(body -> posts.add(body.toJsonObject().getString("text")))
                        .onComplete(read -> request.response()
                                .end()
                                .onFailure(e -> posts.add("no answer: " + e))))
                .listen(0, "127.0.0.1"));
        return JsonObject.of("alertWebhook", "http://127.0.0.1:" + server.actualPort() + "/");
    }

    private void deploy(Vertx vertx, JsonObject further) {
        JsonObject operations = new JsonObject()
                .put("alertIntervalMs", 10)
                .put("lookTimeoutMs", 10_000)
                .put("repairIntervalMs", 10)
                .put("alertMail", "ops@acme.example")
                .mergeIn(further);
        OperationsConfig config = OperationsConfig.from(
                new Settings(List.of(JsonObject.of("operations", operations)), Map.of()));
        acme.deploy(vertx, new OperationsVerticle(config, acme.platform()));
    }

    private long alerts() {
        return Await.result(acme.useCases().call("alerts", new JsonObject()))
                .getJsonArray("alerts")
                .size();
    }

    private static String next(BlockingQueue<String> told) throws InterruptedException {
        return String.valueOf(told.poll(10, TimeUnit.SECONDS));
    }

    private static Future<?> until(Vertx vertx, BooleanSupplier condition) {
        return condition.getAsBoolean()
                ? Future.succeededFuture()
                : vertx.timer(5).compose(waited -> until(vertx, condition));
    }
}
