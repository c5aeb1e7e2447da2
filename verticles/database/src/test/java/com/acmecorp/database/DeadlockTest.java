package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.database.sql.InTransaction;

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
import java.util.stream.Stream;

/**
 * What the writes rely on: a deadlock ends its victim's transaction, but what was sent behind the statement that met it
 * isn't committed by itself. The simulated server does the same.
 */
class DeadlockTest {

    private static final String SLOT =
            "INSERT INTO delivery_slots (slot_ms, booked) VALUES (%d, 0)";
    private static final long FIRST = 7_000_000_000_000L;

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = new TestDatabase(new JsonObject());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void keepsNothingOfItsVictim() throws SQLException {
        try (Connection other = TestServer.connect(TestServer.shared());
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            makeHeavy(sql);
            sql.execute(SLOT.formatted(FIRST + 1));
            SqlConnection victim = TestDatabase.await(database.sql.getConnection());
            Future<?> begun = InTransaction.begin(victim);
            List<Future<?>> sent = Stream.of(
                            SLOT.formatted(FIRST),
                            SLOT.formatted(FIRST + 1),
                            SLOT.formatted(FIRST + 2))
                    .<Future<?>>map(statement -> victim.query(statement).execute())
                    .toList();
            TestDatabase.await(begun);
            awaitWaiting(sql);
            sql.execute(SLOT.formatted(FIRST));
            TestDatabase.await(sent.getLast());
            TestDatabase.await(InTransaction.undo(victim, new IllegalStateException("a deadlock"))
                    .otherwiseEmpty());
            TestDatabase.await(victim.close());
            other.rollback();
            assertThatThrownBy(() -> TestDatabase.await(sent.get(1))).hasMessageContaining("1213");
        }
        assertThat(database.count(
                        "SELECT COUNT(*) FROM delivery_slots WHERE slot_ms BETWEEN %d AND %d"
                                .formatted(FIRST, FIRST + 2)))
                .isZero();
    }

    /** The server prefers victims that have written little. */
    private static void makeHeavy(Statement sql) throws SQLException {
        for (int i = 10; i < 110; i++) {
            sql.execute(SLOT.formatted(FIRST + i));
        }
    }

    private static void awaitWaiting(Statement sql) {
        Eventually.eventually("the other transaction waits", () -> {
            try (var rows = sql.executeQuery("""
                    SELECT COUNT(*) FROM information_schema.processlist
                    WHERE info LIKE 'INSERT INTO delivery_slots%' AND id <> CONNECTION_ID()""")) {
                return rows.next() && rows.getInt(1) > 0;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
