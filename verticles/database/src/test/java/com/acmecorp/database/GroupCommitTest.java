package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes that meet in one transaction keep their own answers. */
class GroupCommitTest {

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private TestDatabase database;

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void harmsNobodyElseWithABadRow() {
        database = new TestDatabase(new JsonObject());
        long first = block(40);
        int bad = 17;
        List<Future<JsonObject>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(database.client.execute(
                    new Operation(Samples.OPEN_PAYMENT),
                    Samples.payment(first + i, i == bad ? "x".repeat(61) : "El Banco Blanco")));
        }
        awaitAll(answers);
        for (int i = 0; i < 40; i++) {
            assertThat(answers.get(i).succeeded())
                    .as("order %d of the batch", i)
                    .isEqualTo(i != bad);
        }
        assertThat(database.count("SELECT COUNT(*) FROM payment_intents WHERE order_id >= " + first
                        + " AND order_id < " + (first + 40)))
                .isEqualTo(39);
        assertThat(((ProblemException) answers.get(bad).cause()).problem().kind())
                .isEqualTo(Kind.INVALID);
    }

    @Test
    void letsOneOrderTakeSeveralStepsInOneTransaction() {
        database = new TestDatabase(
                new JsonObject().put("database", new JsonObject().put("lanes", 1)));
        long id = block(1);
        List<Future<JsonObject>> answers = new ArrayList<>();
        answers.add(accept(id));
        for (int i = 0; i < 3; i++) {
            answers.add(database.client.execute(new Operation(Samples.PLACE), Samples.placed(id)));
            answers.add(database.client.execute(
                    new Operation("mutation { recordStock(id: %d) { orderId } }".formatted(id)),
                    new JsonObject()));
            answers.add(database.client.execute(
                    new Operation(Samples.moveTo(id, "STOCKED")), new JsonObject()));
        }
        awaitAll(answers);
        assertThat(answers).allMatch(Future::succeeded);
        assertThat(database.count(eventsOf(id, 1))).isEqualTo(4);
    }

    @Test
    void refusesNewOrdersButNeverWorkInFlight() {
        database = new TestDatabase(new JsonObject()
                .put(
                        "database",
                        new JsonObject()
                                .put("queueCapacity", 10)
                                .put("largestBatch", 1)
                                .put("lanes", 1)));
        long first = block(100);
        for (int i = 0; i < 20; i++) {
            assertThat(TestDatabase.await(accept(first + i).map(true))).isTrue();
        }
        List<String> done = new CopyOnWriteArrayList<>();
        List<Future<JsonObject>> steps = new ArrayList<>();
        List<Future<JsonObject>> newOrders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            newOrders.add(accept(first + 20 + i).onSuccess(answer -> done.add("new order")));
        }
        for (int i = 0; i < 20; i++) {
            steps.add(database.client
                    .execute(new Operation(Samples.PLACE), Samples.placed(first + i))
                    .onSuccess(answer -> done.add("step")));
        }
        awaitAll(newOrders);
        awaitAll(steps);

        assertThat(steps).as("work in flight").allMatch(Future::succeeded);
        assertThat(newOrders).as("new orders").anyMatch(Future::failed);
        long taken = newOrders.stream().filter(Future::succeeded).count();
        assertThat(taken).as("new orders that were taken").isBetween(10L, 20L);
        assertThat(done).hasSize(20 + (int) taken);
    }

    @Test
    void letsNewOrdersWaitForWorkInFlightButNotForEver() {
        database = new TestDatabase(new JsonObject()
                .put("database", new JsonObject().put("largestBatch", 10).put("lanes", 1)));
        long first = block(100);
        for (int i = 0; i < 40; i++) {
            assertThat(TestDatabase.await(accept(first + i).map(true))).isTrue();
        }
        List<String> done = new CopyOnWriteArrayList<>();
        List<Future<JsonObject>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(accept(first + 50 + i).onSuccess(answer -> done.add("new order")));
        }
        for (int i = 0; i < 40; i++) {
            all.add(database.client
                    .execute(new Operation(Samples.PLACE), Samples.placed(first + i))
                    .onSuccess(answer -> done.add("step")));
        }
        awaitAll(all);

        assertThat(done).hasSize(50);
        assertThat(done.lastIndexOf("new order"))
                .as("new orders came first, and yet the last of them ends after most of the work")
                .isGreaterThan(20);
        assertThat(done.indexOf("new order")).as("some go with each batch").isLessThan(45);
    }

    @Test
    void shedsNewOrdersWhenTooManyWait() {
        database = new TestDatabase(new JsonObject()
                .put("database", new JsonObject().put("queueCapacity", 10).put("largestBatch", 1)));
        long first = block(40);
        List<Future<JsonObject>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(accept(first + i));
        }
        awaitAll(answers);
        List<Kind> refusals = answers.stream()
                .filter(Future::failed)
                .map(answer -> ((ProblemException) answer.cause()).problem().kind())
                .distinct()
                .toList();
        assertThat(refusals).containsExactly(Kind.OVERLOADED);
        long acknowledged = answers.stream().filter(Future::succeeded).count();
        assertThat(acknowledged).isPositive();
        assertThat(database.count(eventsOf(first, 40))).isEqualTo(acknowledged);
    }

    /** Ends when each has its answer, good or bad. */
    private static void awaitAll(List<Future<JsonObject>> answers) {
        boolean answered = TestDatabase.await(Future.join(answers).map(true).otherwise(false));
        assertThat(answered).isEqualTo(answers.stream().allMatch(Future::succeeded));
    }

    private Future<JsonObject> accept(long orderId) {
        return database.client.execute(
                new Operation(Samples.ACCEPT),
                new JsonObject().put("order", Samples.accepted(orderId)));
    }

    private long block(int count) {
        return database.execute("mutation { allocateOrderIds(count: %d) }".formatted(count))
                .getLong("allocateOrderIds");
    }

    private static String eventsOf(long first, int count) {
        return "SELECT COUNT(*) FROM events WHERE event_key >= " + first * 16 + " AND event_key < "
                + (first + count) * 16;
    }
}
