package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

/** What two processes give away at the same time, they give away once. */
class ConcurrentBookingsTest {

    private static final long APART_MS = 1_000;
    private static final int CAPACITY = 50;

    private static final String STOCKED =
            "mutation Stocked($id: Long!) { updateOrderStatus(id: $id, status: STOCKED) { status } }";

    private TestDatabase one;
    private TestDatabase other;

    @BeforeEach
    void start() {
        one = new TestDatabase(new JsonObject());
        other = new TestDatabase(new JsonObject());
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void booksAnOrderOnceHoweverOftenItIsAsked() {
        long order = stocked(1);
        long slot = freeSlots(order);

        assertThat(succeeded(book(100, number -> order, number -> slot))).isEqualTo(100);
        assertThat(bookingsOf(order)).isEqualTo(1);
        assertThat(placesTaken(slot, slot)).isEqualTo(1);
    }

    @Test
    void changesABookingOnceHoweverManyTimesAreAskedFor() {
        long order = stocked(1);
        long first = freeSlots(order);

        List<Future<JsonObject>> answers =
                book(100, number -> order, number -> first + number * APART_MS);

        assertThat(succeeded(answers)).as("the booking and its one change").isEqualTo(2);
        assertThat(bookingsOf(order)).isEqualTo(2);
        assertThat(placesTaken(first, first + 100 * APART_MS)).isEqualTo(1);
    }

    @Test
    void givesAwayNoMorePlacesThanASlotHas() {
        long first = stocked(1_000);
        long slot = freeSlots(first);

        List<Future<JsonObject>> answers = book(1_000, number -> first + number, number -> slot);

        assertThat(succeeded(answers)).isEqualTo(CAPACITY);
        assertThat(placesTaken(slot, slot)).isEqualTo(CAPACITY);
        assertThat(one.count("SELECT COUNT(*) FROM orders WHERE delivery_time_ms = " + slot))
                .isEqualTo(CAPACITY);
        assertThat(answers.stream()
                        .filter(Future::failed)
                        .map(answer ->
                                ((ProblemException) answer.cause()).problem().kind())
                        .distinct())
                .containsExactly(Kind.CONFLICT);
    }

    /** The first of so many orders whose plants have come. */
    private long stocked(int count) {
        long first = one.execute("mutation { allocateOrderIds(count: %d) }".formatted(count))
                .getLong("allocateOrderIds");
        forEach(
                first,
                count,
                Samples.ACCEPT,
                order -> JsonObject.of("order", Samples.accepted(order)));
        forEach(first, count, Samples.PLACE, Samples::placed);
        forEach(first, count, STOCKED, order -> JsonObject.of("id", order));
        return first;
    }

    private void forEach(
            long first, int count, String document, LongFunction<JsonObject> variables) {
        int answered = TestDatabase.await(Future.all(LongStream.range(first, first + count)
                        .mapToObj(order -> ask(one, document, variables.apply(order)))
                        .toList()))
                .size();
        assertThat(answered).isEqualTo(count);
    }

    /** Times that no other test books. */
    private static long freeSlots(long order) {
        return order * 1_000 * APART_MS;
    }

    private List<Future<JsonObject>> book(
            int times, LongUnaryOperator order, LongUnaryOperator slot) {
        List<Future<JsonObject>> answers = LongStream.range(0, times)
                .mapToObj(number -> ask(
                        number % 2 == 0 ? one : other,
                        Samples.book(
                                order.applyAsLong(number),
                                slot.applyAsLong(number),
                                String.valueOf(CAPACITY)),
                        new JsonObject()))
                .toList();
        boolean answered = TestDatabase.await(Future.join(answers).map(true).otherwise(true));
        assertThat(answered).isTrue();
        return answers;
    }

    private static Future<JsonObject> ask(
            TestDatabase database, String document, JsonObject variables) {
        return database.client.execute(new Operation(document), variables);
    }

    private static long succeeded(List<Future<JsonObject>> answers) {
        return answers.stream().filter(Future::succeeded).count();
    }

    private long bookingsOf(long order) {
        return one.count(
                "SELECT COUNT(*) FROM events WHERE type = 'DeliveryBooked' AND event_key DIV 16 = "
                        + order);
    }

    private long placesTaken(long from, long to) {
        return one.count(
                "SELECT CAST(COALESCE(SUM(booked), 0) AS SIGNED) FROM delivery_slots WHERE slot_ms BETWEEN %d AND %d"
                        .formatted(from, to));
    }
}
