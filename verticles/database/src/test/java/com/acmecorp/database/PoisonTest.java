package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.events.Outcome;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Events that no attempt gets through, or that nobody survives: they die, are shown, and cost the others nothing. */
class PoisonTest {

    private static final String STOCK = "stock.request-goods";
    private static final int ORDERS = 2_000;
    private static final int ONE_IN = 100;
    private static final int ATTEMPTS = 4;

    @Test
    void slowsNobodyElse() {
        try (TestDatabase database = start(new JsonObject().put("maxAttempts", ATTEMPTS))) {
            database.run("DELETE FROM deliveries");
            database.publisher.answer = (target, event) ->
                    target.equals(STOCK) && isPoison(event.detail().orderId().value())
                            ? Outcome.failed("poison", true)
                            : Outcome.acknowledged();

            long first = place(database);

            eventually("all poison is dead", () -> deadLetters(database) == ORDERS / ONE_IN);
            eventually(
                    "all else is delivered",
                    () -> database.count("SELECT COUNT(*) FROM deliveries") == ORDERS / ONE_IN);
            for (long order = first; order < first + ORDERS; order++) {
                assertThat(database.publisher.times(STOCK, order))
                        .as("attempts of order %d", order)
                        .isEqualTo(isPoison(order) ? ATTEMPTS : 1);
            }
        }
    }

    private static boolean isPoison(long order) {
        return order % ONE_IN == 0;
    }

    @Test
    void diesWhenNobodyWhoTriedIsHeardOfAgain() {
        JsonObject patient = new JsonObject().put("maxAttempts", 100).put("leaseMs", 300);
        try (TestDatabase first = start(patient)) {
            first.run("DELETE FROM deliveries");
            long order = placeHeld(first);
            eventually("it is tried again", () -> first.publisher.times(STOCK, order) >= 2);
            tryElsewhere(patient, order);
            dieWithoutAnotherAttempt(new JsonObject().put("maxAttempts", 3), order);
        }
    }

    private static void tryElsewhere(JsonObject settings, long order) {
        try (TestDatabase second = start(settings)) {
            second.publisher.hold(STOCK);
            eventually("it is tried there", () -> second.publisher.times(STOCK, order) >= 1);
        }
    }

    private static void dieWithoutAnotherAttempt(JsonObject settings, long order) {
        try (TestDatabase third = start(settings)) {
            eventually("it is dead", () -> deadLetters(third) == 1);
            assertThat(third.publisher.times(STOCK, order)).isZero();
            JsonArray groups = third.execute(
                            "{ getDeadLetters { error samples { orderId attempts } } }")
                    .getJsonArray("getDeadLetters");
            assertThat(groups).hasSize(1);
            assertThat(groups.getJsonObject(0).getString("error"))
                    .isEqualTo(
                            "no outcome was ever recorded: whoever made the attempts may have died of them");
            JsonArray letters = groups.getJsonObject(0).getJsonArray("samples");
            assertThat(letters).hasSize(1);
            assertThat(letters.getJsonObject(0).getLong("orderId")).isEqualTo(order);
            assertThat(letters.getJsonObject(0).getInteger("attempts")).isGreaterThanOrEqualTo(3);
            assertThat(third.count(
                            "SELECT COUNT(*) FROM events WHERE dispatch_at_ms IS NOT NULL AND event_key = "
                                    + (order * 16 + 1)))
                    .isZero();
        }
    }

    private static TestDatabase start(JsonObject journal) {
        JsonObject quick = new JsonObject()
                .put("sweepIntervalMs", 20)
                .put("retryBaseMs", 1)
                .put("leaseMs", 15_000);
        return new TestDatabase(new JsonObject().put("journal", quick.mergeIn(journal)));
    }

    private static long placeHeld(TestDatabase database) {
        database.publisher.hold(STOCK);
        return database.execute(Samples.PLACE, Samples.placed(0).putNull("orderId"))
                .getJsonObject("placeOrder")
                .getLong("orderId");
    }

    /** Places orders with numbers in a row and answers the first. */
    private static long place(TestDatabase database) {
        long first = database.execute("mutation { allocateOrderIds(count: %d) }".formatted(ORDERS))
                .getLong("allocateOrderIds");
        List<Future<JsonObject>> placed = new ArrayList<>();
        for (long order = first; order < first + ORDERS; order++) {
            placed.add(accepted(database, order));
        }
        return TestDatabase.await(Future.all(placed).map(first));
    }

    private static Future<JsonObject> accepted(TestDatabase database, long order) {
        return database.client
                .execute(
                        new Operation(Samples.ACCEPT),
                        new JsonObject().put("order", Samples.accepted(order)))
                .compose(accepted -> database.client.execute(
                        new Operation(Samples.PLACE), Samples.placed(order)));
    }

    private static long deadLetters(TestDatabase database) {
        return database.execute("{ getBacklog { dead } }")
                .getJsonObject("getBacklog")
                .getLong("dead");
    }
}
