package com.acmecorp.database;

import com.acmecorp.platform.Platform;
import com.acmecorp.platform.bus.BusCodecs;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.database.BusDatabaseClient;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.events.BusSubscriber;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.usecase.BusUseCases;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The database context on a real server that all test classes of the module share, with a publisher to play with. */
final class TestDatabase implements AutoCloseable {

    final ExecutedStatements executed = new ExecutedStatements();
    final Vertx vertx = Vertx.builder().withTracer(options -> executed).build();
    final ScriptedPublisher publisher = new ScriptedPublisher();
    final DatabaseClient client = new BusDatabaseClient(vertx, 20_000);
    final HealthChecks health = new HealthChecks(vertx, 5_000);
    final Pool sql;
    private final String deployment;

    TestDatabase(JsonObject settings) {
        BusCodecs.register(vertx);
        Server shared = TestServer.shared();
        JsonObject server = new JsonObject()
                .put("url", shared.url())
                .put("user", shared.user())
                .put("password", shared.password())
                .put("tls", shared.tls().mode().name().toLowerCase(Locale.ROOT))
                .put("tlsCertificates", shared.tls().certificates());
        DatabaseConfig config = DatabaseConfig.from(new Settings(
                List.of(new JsonObject().put("database", server), settings), Map.of()));
        sql = Connections.open(vertx, shared, 2);
        deployment = await(vertx.deployVerticle(new DatabaseVerticle(config, platform())));
    }

    private Platform platform() {
        return new Platform(
                publisher,
                new BusSubscriber(vertx, 5_000),
                client,
                new BusUseCases(vertx, 5_000),
                health,
                new LinkTokens("a secret for the tests"),
                Clock.systemUTC());
    }

    JsonObject execute(String document, JsonObject variables) {
        return await(client.execute(new Operation(document), variables));
    }

    JsonObject execute(String document) {
        return execute(document, new JsonObject());
    }

    /** The events of an order so far. */
    List<String> timeline(long orderId) {
        return execute("{ getTimeline(id: %d) { event } }".formatted(orderId))
                .getJsonArray("getTimeline")
                .stream()
                .map(entry -> ((JsonObject) entry).getString("event"))
                .toList();
    }

    /** One number that SQL answers. */
    long count(String query) {
        return row(query).getLong(0);
    }

    /** One text that SQL answers. */
    String text(String query) {
        return row(query).getString(0);
    }

    private Row row(String query) {
        RowSet<Row> rows = await(sql.query(query).execute());
        return rows.iterator().next();
    }

    void run(String statement) {
        await(sql.query(statement).execute());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer in 20 s", e);
        }
    }

    /** Stops the context; what the test asks with SQL is still answered. */
    Future<Void> stop() {
        return vertx.undeploy(deployment);
    }

    @Override
    public void close() {
        if (vertx.deploymentIDs().contains(deployment)) {
            await(stop());
        }
        await(vertx.close());
    }
}
