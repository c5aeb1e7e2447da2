package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.database.embedded.EmbeddedMariaDb;
import com.acmecorp.database.embedded.SqlByHand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A system whose database server becomes a reader for a while, as one does that lost its place to another. */
record ReadOnly(Town town, EmbeddedMariaDb database, Refusals refusals, Duration pause)
        implements Strike, AutoCloseable {

    private static final List<String> DATABASE_IS_DOWN = List.of("a part is down: database");
    private static final Duration UNTIL_DOWN = Duration.ofSeconds(5);
    private static final Duration UNTIL_AN_ALERT = Duration.ofSeconds(15);
    private static final Duration UNTIL_READY = Duration.ofSeconds(15);
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(500);

    private ReadOnly(Town town, EmbeddedMariaDb database, Duration pause) {
        this(town, database, new Refusals(Attack.url(town.ports().getFirst())), pause);
    }

    static Scene scene(TorturePlan plan) {
        ReadOnly reader = new ReadOnly(
                Town.open(_ -> List.of()),
                EmbeddedMariaDb.startWithOperator(plan.directory().resolve("database")),
                plan.pause());
        Victim victim = new Victim(plan.directory(), reader.settings());
        return reader.town.scene(victim, reader, DATABASE_IS_DOWN, reader);
    }

    private Map<String, String> settings() {
        Map<String, String> settings =
                new HashMap<>(Attack.settings(town.ports(), database, database.port()));
        settings.putAll(town.around());
        return settings;
    }

    /** It takes no writes for the pause, and for as long as nobody was alerted. */
    @Override
    public List<String> hit(Load load) {
        List<String> differences = new ArrayList<>();
        SqlByHand.readOnly(database, true);
        long since = System.nanoTime();
        try {
            expect(
                    Waiting.untilTold(() -> !town.isReady(), UNTIL_DOWN),
                    "/health/ready didn't say in time that the database takes no writes",
                    differences);
            expect(
                    Waiting.untilTold(
                            () -> town.alerts().areOpen(DATABASE_IS_DOWN), UNTIL_AN_ALERT),
                    "nobody was alerted while the database took no writes",
                    differences);
            do {
                differences.addAll(refusals.missing());
                expect(!town.isReady(), "/health/ready said UP beside a reader", differences);
                Waiting.pass(BETWEEN_ORDERS);
            } while (System.nanoTime() - since < pause.toNanos());
        } finally {
            SqlByHand.readOnly(database, false);
        }
        expect(
                Waiting.untilTold(town::isReady, UNTIL_READY),
                "/health/ready didn't say UP again",
                differences);
        return differences;
    }

    private static void expect(boolean isSo, String otherwise, List<String> differences) {
        if (!isSo) {
            differences.add(otherwise);
        }
    }

    @Override
    public void close() {
        town.close();
        database.stop();
    }
}
