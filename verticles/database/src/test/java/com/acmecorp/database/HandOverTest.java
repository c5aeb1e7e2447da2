package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.database.journal.Journal;
import com.acmecorp.database.journal.JournalConfig;
import com.acmecorp.events.EventKey;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.events.Outcome;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What a process leaves to the next one: nothing waits for the leases of a process that is no more. */
class HandOverTest {

    private static final String STOCK = "stock.request-goods";
    private static final JsonObject LONG_LEASES = new JsonObject()
            .put(
                    "journal",
                    new JsonObject()
                            .put("leaseMs", 600_000)
                            .put("maxAttempts", 100)
                            .put("sweepIntervalMs", 20)
                            .put("retryBaseMs", 1));

    @Test
    void givesBackWhatIsUnderWayWhenItStops() {
        long retried;
        long fresh;
        try (TestDatabase first = startAnew()) {
            first.publisher.answer = (target, event) ->
                    target.equals(STOCK) ? Outcome.failed("busy", true) : Outcome.acknowledged();
            long order = place(first);
            eventually("it is tried again", () -> first.publisher.times(STOCK, order) > 1);
            first.publisher.hold(STOCK);
            eventually("an attempt is under way", () -> underWay(first, order));
            long next = place(first);
            eventually("it is dispatched", () -> first.publisher.times(STOCK, next) >= 1);
            retried = order;
            fresh = next;
        }
        try (TestDatabase next = start()) {
            eventually("the fresh one is done", () -> next.publisher.times(STOCK, fresh) >= 1);
            eventually("the retried one is done", () -> next.publisher.times(STOCK, retried) >= 1);
        }
    }

    @Test
    void takesOverAttemptsThatWereKilledWithTheirProcess() {
        try (TestDatabase database = start()) {
            long order = place(database);
            eventually("it is dispatched", () -> database.publisher.times(STOCK, order) >= 1);
            database.run(
                    """
                    INSERT INTO deliveries (event_key, target, attempts, next_attempt_at_ms, last_error, under_way)
                    VALUES (%d, '%s', 1, %d, '', TRUE)""".formatted(order * 16 + 1, STOCK, System.currentTimeMillis() + 600_000));

            TestDatabase.await(journal(database).claimAlone().mapEmpty());

            eventually("it is tried again", () -> database.publisher.times(STOCK, order) >= 2);
        }
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOn() {
        long unreadable;
        long other;
        try (TestDatabase first = startAnew()) {
            first.publisher.hold(STOCK);
            unreadable = place(first);
            other = place(first);
            first.run("UPDATE events SET type = 'OrderTeleported' WHERE event_key = "
                    + (unreadable * 16 + 1));
        }
        try (TestDatabase next = start()) {
            eventually("the other goes on", () -> next.publisher.times(STOCK, other) >= 1);
            eventually("it is a dead letter", () -> isDead(next, unreadable));
            assertThat(next.text("SELECT last_error FROM deliveries WHERE event_key = %d"
                            .formatted(unreadable * 16 + 1)))
                    .isEqualTo("there is no event called OrderTeleported");
            next.run("UPDATE events SET type = 'OrderPlaced' WHERE event_key = "
                    + (unreadable * 16 + 1));

            next.execute("mutation { replayDeadLetter(eventId: \"%s\", subscriber: \"journal\") }"
                    .formatted(new EventKey(unreadable * 16 + 1).eventId()));

            eventually("it is delivered", () -> next.publisher.times(STOCK, unreadable) >= 1);
            assertThat(isDead(next, unreadable)).isFalse();
        }
    }

    /** Without what other tests have left under way. */
    private static TestDatabase startAnew() {
        TestDatabase database = start();
        database.run("UPDATE events SET dispatch_at_ms = NULL WHERE dispatch_at_ms IS NOT NULL");
        database.run("DELETE FROM deliveries");
        return database;
    }

    private static TestDatabase start() {
        return new TestDatabase(LONG_LEASES);
    }

    private static Journal journal(TestDatabase database) {
        return new Journal(
                database.vertx,
                database.sql,
                database.publisher,
                Clock.systemUTC(),
                JournalConfig.from(new Settings(List.of(), Map.of())),
                write -> Future.succeededFuture(true),
                () -> false);
    }

    private static long place(TestDatabase database) {
        return database.execute(Samples.PLACE, Samples.placed(0).putNull("orderId"))
                .getJsonObject("placeOrder")
                .getLong("orderId");
    }

    private static boolean underWay(TestDatabase database, long order) {
        return database.count(
                        "SELECT COUNT(*) FROM deliveries WHERE under_way = TRUE AND event_key = "
                                + (order * 16 + 1))
                == 1;
    }

    private static boolean isDead(TestDatabase database, long order) {
        return database.count(
                        "SELECT COUNT(*) FROM deliveries WHERE target = 'journal' AND event_key = "
                                + (order * 16 + 1))
                == 1;
    }
}
