package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.database.embedded.EmbeddedMariaDb;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import java.time.Duration;
import java.util.List;

/** A system whose connections to its database, and those of its customers, go through lines that fail. */
record CutConnections(
        Vertx vertx,
        EmbeddedMariaDb database,
        FaultyLine toDatabase,
        FaultyLine toShop,
        OpenAlerts alerts)
        implements Strike, AutoCloseable {

    private static final String DATABASE_IS_DOWN = "a part is down: database";
    private static final Duration UNTIL_AN_ALERT = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration LONGEST_STORM = Duration.ofMinutes(2);

    static Scene scene(TorturePlan plan) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        EmbeddedMariaDb database =
                EmbeddedMariaDb.start(plan.directory().resolve("database"), 0, line -> {});
        List<Integer> ports = FreePorts.find(2);
        CutConnections lines = new CutConnections(
                vertx,
                database,
                FaultyLine.to(vertx, database.port(), plan.seed()),
                FaultyLine.to(vertx, ports.getFirst(), plan.seed() + 1),
                new OpenAlerts(new JsonApi(Attack.url(ports.getLast()))));
        return Scene.of(
                        new Victim(
                                plan.directory(),
                                Attack.settings(ports, database, lines.toDatabase.port())),
                        Attack.url(lines.toShop.port()),
                        Attack.url(ports.getLast()),
                        lines,
                        lines)
                .alarming(Alarm.meanwhile(DATABASE_IS_DOWN));
    }

    /**
     * The database is cut off until operators are told; then the lines fail until the last order is answered, or for as long
     * as a storm lasts.
     */
    @Override
    public List<String> hit(Load load) {
        toDatabase.sever(true);
        Waiting.until(
                () -> alerts.areOpen(List.of(DATABASE_IS_DOWN)), BETWEEN_LOOKS, UNTIL_AN_ALERT);
        toDatabase.sever(false);
        toDatabase.fail(true);
        toShop.fail(true);
        Waiting.until(load::allAnswered, LONGEST_STORM);
        toDatabase.fail(false);
        toShop.fail(false);
        return List.of();
    }

    @Override
    public void close() {
        vertx.close().await();
        database.stop();
    }
}
