package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Another session holds rows and doesn't go on: an operator's, or that of a process that stands still. */
class LockedRowsTest {

    private static final String LOCK = "SELECT status FROM orders WHERE order_id = %d FOR UPDATE";

    private TestDatabase database;
    private long held;
    private long free;

    @BeforeEach
    void start() {
        database = new TestDatabase(new JsonObject().put("patienceMs", 3_000));
        held = placed();
        free = placed();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void delayNobodyElse() throws SQLException {
        try (Connection operator = TestServer.connect(TestServer.shared())) {
            hold(operator);
            Future<JsonObject> waiting = stock(held);
            Future<JsonObject> beside = stock(free);

            TestDatabase.await(beside);
            assertThat(waiting.isComplete()).isFalse();
            for (int i = 0; i < 10; i++) {
                TestDatabase.await(stock(placed()));
            }
            operator.rollback();
            TestDatabase.await(waiting);
        }
        assertThat(status(held)).isEqualTo("STOCKED");
    }

    @Test
    void sayNothingAboutTheWriteThatWaitsForThem() throws SQLException {
        try (Connection operator = TestServer.connect(TestServer.shared())) {
            hold(operator);
            Future<JsonObject> waiting = stock(held);

            eventually("operators are told", () -> warning().contains("Another session holds"));
            eventually("it was given up", waiting::isComplete);
            assertThat(waiting.cause())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem().kind())
                                    .isEqualTo(Kind.DATABASE_AWAY));
            operator.rollback();
        }
        assertThat(status(held)).isNotEqualTo("STOCKED");
    }

    @Test
    void areFreeSoonAfterAProcessOfOursStandsStill() {
        SqlConnection frozen = TestDatabase.await(database.sql.getConnection());
        TestDatabase.await(InTransaction.begin(frozen));
        TestDatabase.await(frozen.query(LOCK.formatted(held)).execute());

        eventually("its order is written", () -> stocks(held));
        assertThat(status(held)).isEqualTo("STOCKED");
    }

    @Test
    void costOneProbeWhereTheWholeTableIsLocked() throws SQLException {
        try (Connection operator = TestServer.connect(TestServer.shared());
                Statement sql = operator.createStatement()) {
            sql.execute("LOCK TABLES orders WRITE");
            List<Future<JsonObject>> asked = Stream.generate(() -> database.health.ask("database"))
                    .limit(6)
                    .toList();

            AtomicLong most = new AtomicLong();
            eventually("all are told that no order can be taken", () -> {
                most.accumulateAndGet(probesWaiting(), Math::max);
                return asked.stream().allMatch(Future::failed);
            });
            assertThat(most).hasValue(1);
            sql.execute("UNLOCK TABLES");
        }
        eventually("orders can be taken", this::isWell);
    }

    private boolean isWell() {
        return TestDatabase.await(
                database.health.ask("database").map(well -> true).otherwise(false));
    }

    private long probesWaiting() {
        return database.count("""
                SELECT COUNT(*) FROM information_schema.processlist
                WHERE info LIKE 'UPDATE orders SET status = status%'""");
    }

    private boolean stocks(long order) {
        return TestDatabase.await(stock(order).map(done -> true).otherwise(false));
    }

    private void hold(Connection operator) throws SQLException {
        operator.setAutoCommit(false);
        try (var statement = operator.createStatement()) {
            statement.execute(LOCK.formatted(held));
        }
    }

    private String warning() {
        return TestDatabase.await(database.health.ask("database")).getString("warning", "");
    }

    private Future<JsonObject> stock(long order) {
        return database.client.execute(
                new Operation(Samples.moveTo(order, "STOCKED")), new JsonObject());
    }

    private long placed() {
        return database.execute(Samples.PLACE, Samples.placed(0).putNull("orderId"))
                .getJsonObject("placeOrder")
                .getLong("orderId");
    }

    private String status(long order) {
        return database.text("SELECT status FROM orders WHERE order_id = " + order);
    }
}
