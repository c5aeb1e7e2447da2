package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** However often a customer presses the button, and however fast: one order, charged once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class RepeatedKeysTest {

    private static final int KEYS = 50;
    private static final int REQUESTS_FOR_A_KEY = 50;
    private static final int CONNECTIONS = 100;
    private static final int ALREADY_UNDER_WAY = 409;
    private static final int MOST_ATTEMPTS = 200;
    private static final long BETWEEN_ATTEMPTS_MS = 50;
    private static final long LOOK_EVERY_NS = 50_000_000L;
    private static final long TEST_ID = 4_712;

    private static final Buffer FORM = new JsonObject()
            .put("name", "Sam Person")
            .put("email", "sam@example.com")
            .put("phone", "+1 555 0100")
            .put("street", "1 Fern St")
            .put("city", "Portland")
            .put("customerType", "B2C")
            .put("market", "US")
            .put("products", "BB001")
            .put("totalPrice", 15_000)
            .put("testId", TEST_ID)
            .toBuffer();

    private final Ports ports = Ports.free();
    private final Customer staff = new Customer(ports.privateApi());
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http =
            vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    private final Configuration configuration;
    private final Acme acme;

    RepeatedKeysTest(@TempDir(factory = WithDatabase.class) Path data) {
        configuration = Configuration.read(List.of(), ports.settings(data), Map.of());
        acme = new Acme(configuration.app(), "the secret of these keys");
    }

    @BeforeAll
    void open() {
        acme.start(configuration.contexts());
    }

    @AfterAll
    void close() {
        vertx.close().await();
        acme.stop();
    }

    @Test
    void makesOneOrderAndOneChargeOfManyRequestsAtTheSameTime() {
        List<Future<Set<Long>>> keys =
                IntStream.range(0, KEYS).mapToObj(this::ordersUnder).toList();

        assertThat(Future.all(keys).await().size()).isEqualTo(KEYS);
        assertThat(keys).allSatisfy(orders -> assertThat(orders.result()).hasSize(1));
        assertThat(keys.stream().map(Future::result).flatMap(Collection::stream).distinct())
                .hasSize(KEYS);
        assertThat(audit())
                .isEqualTo(new JsonObject()
                        .put("orders", KEYS)
                        .put("payments", KEYS)
                        .put("ledgerEntries", KEYS)
                        .put("emails", 3 * KEYS));
    }

    private Future<Set<Long>> ordersUnder(int key) {
        List<Future<Long>> orders = IntStream.range(0, REQUESTS_FOR_A_KEY)
                .mapToObj(request -> order("key-" + key, MOST_ATTEMPTS))
                .toList();
        return Future.all(orders)
                .map(all -> new HashSet<>(orders.stream().map(Future::result).toList()));
    }

    private Future<Long> order(String key, int attempts) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(ports.api() + "/createOrder")
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", key);
        return http.request(request)
                .compose(open -> open.send(FORM))
                .compose(response -> response.body()
                        .compose(body -> number(key, attempts, response.statusCode(), body)));
    }

    private Future<Long> number(String key, int attempts, int status, Buffer body) {
        if (status == ALREADY_UNDER_WAY && attempts > 1) {
            return vertx.timer(BETWEEN_ATTEMPTS_MS, TimeUnit.MILLISECONDS)
                    .compose(waited -> order(key, attempts - 1));
        }
        return status == 200
                ? Future.succeededFuture(body.toJsonObject().getLong("orderId"))
                : Future.failedFuture(status + " " + body);
    }

    /** Orders and payments, once all orders are at their end or time is up. */
    private JsonObject audit() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        JsonObject audit = ask();
        while (audit.getLong("emails") < 3 * KEYS && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY_NS);
            audit = ask();
        }
        return audit;
    }

    private JsonObject ask() {
        String query = "{ getTestAudit(testId: %d) { orders payments ledgerEntries emails } }"
                .formatted(TEST_ID);
        return staff.post("/database", JsonObject.of("query", query))
                .getJsonObject("data")
                .getJsonObject("getTestAudit");
    }
}
