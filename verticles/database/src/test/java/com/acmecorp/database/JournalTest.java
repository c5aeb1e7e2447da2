package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.events.Outcome;

import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of events whose targets fail, can't keep up, or never heard of them. */
class JournalTest {

    private static final String STOCK = "stock.request-goods";
    private static final String FINANCE = "finance.book-sale";

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private TestDatabase database;

    private long id;

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void triesAgainOnlyWhereItFailed() {
        start(new JsonObject());
        AtomicInteger attempts = new AtomicInteger();
        database.publisher.answer = (target, event) ->
                target.equals(STOCK) && attempts.incrementAndGet() < 3
                        ? Outcome.failed("the stockist's phone is busy", true)
                        : Outcome.acknowledged();
        place();
        eventually(
                "the third attempt is acknowledged",
                () -> deliveries("") == 0 && attempts.get() == 3);
        assertThat(database.publisher.times(FINANCE, id)).isEqualTo(1);
        assertThat(undispatched()).isZero();
    }

    @Test
    void givesUpAtOnceWhatNoAttemptCanHeal() {
        start(new JsonObject());
        database.publisher.answer = (target, event) -> target.equals(STOCK)
                ? Outcome.failed("no such plant", false)
                : Outcome.acknowledged();
        place();
        eventually("the delivery is dead", () -> deliveries("AND next_attempt_at_ms IS NULL") == 1);
        assertThat(database.publisher.times(STOCK, id)).isEqualTo(1);
        assertThat(undispatched()).isZero();
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        start(new JsonObject().put("maxAttempts", 3));
        database.publisher.answer = (target, event) ->
                target.equals(STOCK) ? Outcome.failed("still busy", true) : Outcome.acknowledged();
        place();
        eventually(
                "the delivery is dead",
                () -> deliveries("AND next_attempt_at_ms IS NULL AND attempts = 3") == 1);
        assertThat(database.publisher.times(STOCK, id)).isEqualTo(3);
    }

    @Test
    void neverGivesUpWhereTheTargetCannotBeReached() {
        start(new JsonObject().put("maxAttempts", 2).put("retryCapMs", 1));
        AtomicInteger attempts = new AtomicInteger();
        database.publisher.answer = (target, event) ->
                target.equals(STOCK) && attempts.incrementAndGet() < 6
                        ? Outcome.unreachable("the line is dead")
                        : Outcome.acknowledged();
        place();
        eventually("the sixth attempt arrives", () -> deliveries("") == 0 && attempts.get() == 6);
    }

    @Test
    void countsNoAttemptThatTheTargetNeverSaw() {
        start(new JsonObject().put("maxAttempts", 3).put("retryCapMs", 1));
        AtomicInteger attempts = new AtomicInteger();
        database.publisher.answer = (target, event) -> !target.equals(STOCK)
                ? Outcome.acknowledged()
                : attempts.incrementAndGet() < 6
                        ? Outcome.unreachable("the line is dead")
                        : Outcome.failed("the stockist's phone is busy", true);
        place();
        eventually(
                "the delivery is dead",
                () -> deliveries("AND next_attempt_at_ms IS NULL AND attempts = 3") == 1);
        assertThat(attempts).as("five that weren't seen, and three that failed").hasValue(8);
    }

    @Test
    void waitsForASubscriberThatRunsNowhereAndSaysSo() {
        start(new JsonObject().put("maxAttempts", 2).put("retryCapMs", 1));
        AtomicBoolean runs = new AtomicBoolean();
        database.publisher.answer = (target, event) -> target.equals(STOCK) && !runs.get()
                ? Outcome.noSubscriber("nobody listens for " + STOCK)
                : Outcome.acknowledged();
        place();
        eventually(
                "more attempts than one may fail", () -> database.publisher.times(STOCK, id) > 3);

        assertThat(howFar()).isEqualTo("WAITING_FOR_SUBSCRIBER, false, [\"%s\"]".formatted(STOCK));
        JsonObject missing = database.execute(
                        "{ getBacklog { waitingForSubscriber missingSubscribers { subscriber events waitingMs } } }")
                .getJsonObject("getBacklog");
        assertThat(missing.getLong("waitingForSubscriber")).isEqualTo(1);
        JsonObject stock = missing.getJsonArray("missingSubscribers").getJsonObject(0);
        assertThat(stock.getString("subscriber")).isEqualTo(STOCK);
        assertThat(stock.getLong("events")).isEqualTo(1);
        assertThat(stock.getLong("waitingMs")).isNotNegative();
        eventually(
                "health tells of it, too",
                () -> TestDatabase.await(database.health.ask("journal"))
                                .getJsonArray("missingSubscribers")
                                .size()
                        == 1);

        runs.set(true);
        eventually("it gets what it missed", () -> howFar().equals("DISPATCHED, true, []"));
    }

    @Test
    void tellsOfEachEventHowFarItIs() {
        start(new JsonObject().put("retryBaseMs", 30_000));
        database.publisher.hold(STOCK);
        place();
        eventually("it is on its way", () -> database.publisher.times(STOCK, id) >= 1);
        assertThat(howFar()).isEqualTo("UNDER_WAY, false, []");
        database.publisher.answer = (target, event) ->
                target.equals(STOCK) ? Outcome.failed("busy", true) : Outcome.acknowledged();
        database.publisher.release();
        eventually(
                "an attempt failed",
                () -> howFar().equals("RETRYING, false, [\"%s\"]".formatted(STOCK)));
        database.run("UPDATE deliveries SET next_attempt_at_ms = NULL WHERE event_key = "
                + (id * 16 + 1));
        assertThat(howFar()).isEqualTo("DEAD, false, [\"%s\"]".formatted(STOCK));
    }

    /** Of the event OrderPlaced. */
    private String howFar() {
        JsonObject placed = database
                .execute("{ getTimeline(id: %d) { event state dispatched waitingFor } }"
                        .formatted(id))
                .getJsonArray("getTimeline")
                .stream()
                .map(JsonObject.class::cast)
                .filter(entry -> entry.getString("event").equals("OrderPlaced"))
                .findFirst()
                .orElseThrow();
        return "%s, %s, %s"
                .formatted(
                        placed.getString("state"),
                        placed.getBoolean("dispatched"),
                        placed.getJsonArray("waitingFor"));
    }

    @Test
    void awaitsWhatIsOnItsWayBeforeItStops() {
        start(new JsonObject());
        database.publisher.hold(STOCK);
        place();
        eventually("it is on its way", () -> database.publisher.times(STOCK, id) >= 1);

        Future<Void> stopped = database.stop();
        CompositeFuture first = TestDatabase.await(Future.any(stopped, database.vertx.timer(300)));
        assertThat(first.isComplete(0)).as("it waits").isFalse();
        database.publisher.release();
        TestDatabase.await(stopped);

        assertThat(undispatched()).as("left to whoever starts next").isZero();
    }

    @Test
    void takesOverWhatAKilledProcessLeft() {
        start(new JsonObject());
        place();
        eventually("it is settled", () -> undispatched() == 0);
        database.publisher.deliveries.clear();
        long leftAtMs = System.currentTimeMillis();
        database.run("UPDATE events SET dispatch_at_ms = 1 WHERE event_key = " + (id * 16 + 1));
        eventually(
                "it is dispatched again, to each by a sweep of its own",
                () -> database.publisher.times(STOCK, id) >= 1
                        && database.publisher.times(FINANCE, id) >= 1
                        && undispatched() == 0);
        eventually("it says so", () -> idleMs() <= System.currentTimeMillis() - leftAtMs);
    }

    private long idleMs() {
        return TestDatabase.await(database.health.ask("journal")).getLong("idleMs");
    }

    @Test
    void putsOffWhatABusyTargetHasNoRoomFor() {
        start(new JsonObject().put("windowPerTarget", 2).put("sweepIntervalMs", 60_000));
        database.publisher.hold(STOCK);
        for (int i = 0; i < 5; i++) {
            place();
        }
        eventually(
                "three wait in the table",
                () -> database.count("SELECT COUNT(*) FROM deliveries WHERE target = '" + STOCK
                                + "' AND attempts = 0")
                        == 3);
        database.publisher.release();
        database.run("DELETE FROM deliveries");
    }

    private void start(JsonObject journal) {
        JsonObject quick = new JsonObject()
                .put("sweepIntervalMs", 20)
                .put("retryBaseMs", 1)
                .put("leaseMs", 5_000);
        database = new TestDatabase(new JsonObject().put("journal", quick.mergeIn(journal)));
        database.run("DELETE FROM deliveries");
    }

    private void place() {
        id = database.execute(Samples.PLACE, Samples.placed(0).putNull("orderId"))
                .getJsonObject("placeOrder")
                .getLong("orderId");
    }

    private long deliveries(String condition) {
        return database.count("SELECT COUNT(*) FROM deliveries WHERE event_key = " + (id * 16 + 1)
                + " " + condition);
    }

    private long undispatched() {
        return database.count(
                "SELECT COUNT(*) FROM events WHERE dispatch_at_ms IS NOT NULL AND event_key = "
                        + (id * 16 + 1));
    }
}
