package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.testing.FakeDatabase;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

class OrderIdsTest {

    private final SlowDatabase database = new SlowDatabase();

    /** Answers when the test says so. */
    private static final class SlowDatabase implements DatabaseClient {

        private final Deque<Promise<JsonObject>> asked = new ArrayDeque<>();
        private final List<Integer> counts = new ArrayList<>();

        void answer(long first) {
            asked.remove().complete(JsonObject.of("allocateOrderIds", first));
        }

        @Override
        public Future<JsonObject> execute(Operation operation, JsonObject variables) {
            Promise<JsonObject> answer = Promise.promise();
            asked.add(answer);
            counts.add(variables.getInteger("count"));
            return answer.future();
        }

        @Override
        public Future<GraphQlAnswer> forward(GraphQlRequest request) {
            return Future.failedFuture("not asked for");
        }
    }

    @Test
    void fetchOneBlockForAllWhoWait() {
        OrderIds ids = new OrderIds(database, 1000);
        List<Future<OrderId>> waiting = take(ids, 3);
        assertThat(waiting).noneMatch(Future::isComplete);

        database.answer(5000);

        assertThat(numbers(waiting)).containsExactly(5000L, 5001L, 5002L);
        assertThat(numbers(take(ids, 1))).containsExactly(5003L);
        assertThat(database.counts).containsExactly(1000);
    }

    @Test
    void fetchTheNextBlockWhenOneIsUsedUpAndNeverGiveANumberTwice() {
        OrderIds ids = new OrderIds(database, 2);
        List<Future<OrderId>> waiting = take(ids, 5);

        database.answer(10);
        assertThat(waiting).filteredOn(Future::isComplete).hasSize(2);
        database.answer(70);
        database.answer(30);

        assertThat(numbers(waiting)).containsExactly(10L, 11L, 70L, 71L, 30L);
        assertThat(numbers(take(ids, 1))).containsExactly(31L);
        assertThat(database.counts).containsExactly(2, 2, 2);
    }

    @Test
    void fetchAgainAfterAFailure() {
        OrderIds ids = new OrderIds(database, 1);
        List<Future<OrderId>> unlucky = take(ids, 2);
        database.asked.remove().fail("no database");
        assertThat(unlucky).allMatch(Future::failed);

        List<Future<OrderId>> lucky = take(ids, 1);
        database.answer(7);

        assertThat(numbers(lucky)).containsExactly(7L);
    }

    @Test
    void workWithADatabaseThatAnswersAtOnce() {
        AtomicLong next = new AtomicLong(100);
        OrderIds ids = new OrderIds(
                new FakeDatabase().on("allocateOrderIds", arguments -> next.getAndAdd(2)), 2);

        assertThat(numbers(take(ids, 5))).containsExactly(100L, 101L, 102L, 103L, 104L);
    }

    private static List<Future<OrderId>> take(OrderIds ids, int count) {
        return Stream.generate(ids::next).limit(count).toList();
    }

    private static List<Long> numbers(List<Future<OrderId>> given) {
        return given.stream().map(id -> id.result().value()).toList();
    }
}
