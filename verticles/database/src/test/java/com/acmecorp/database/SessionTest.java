package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.database.sql.SqlFailure;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Pool;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What the code relies on holds on any server, whatever that server does by default. */
class SessionTest {

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = new TestDatabase(new JsonObject());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void readsWhatOthersCommittedMeanwhile() {
        assertThat(database.text("SELECT @@SESSION.transaction_isolation"))
                .isEqualTo("READ-COMMITTED");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThat(database.text("SELECT @@SESSION.sql_mode")).contains("STRICT_TRANS_TABLES");
    }

    @Test
    void hasTheServerEndAReadThatTakesTooLong() {
        Pool reading = Connections.openReading(
                database.vertx, TestServer.shared(), 1, Duration.ofSeconds(1));

        Future<?> read = reading.query("""
                SELECT COUNT(*) FROM information_schema.columns a, information_schema.columns b,
                  information_schema.columns c, information_schema.columns d""").execute();

        assertThat(read.transform(ended -> Future.succeededFuture(ended.cause()))
                        .await())
                .isInstanceOf(MySQLException.class)
                .satisfies(ended ->
                        assertThat(SqlFailure.of(ended)).isEqualTo(SqlFailure.UNREACHABLE));
        TestDatabase.await(reading.close());
    }
}
