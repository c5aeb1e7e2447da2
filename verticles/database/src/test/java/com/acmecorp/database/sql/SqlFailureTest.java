package com.acmecorp.database.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.ConnectException;

class SqlFailureTest {

    @ParameterizedTest
    @CsvSource({
        "1213, CONTENTION, a deadlock",
        "1020, CONTENTION, a row that changed since it was read",
        "1205, LOCKED, a lock that is held for long",
        "1062, CONTENTION, a key that another node wrote",
        "1053, UNREACHABLE, a server that shuts down",
        "1927, UNREACHABLE, a session that was killed at MariaDB",
        "3169, UNREACHABLE, a session that was killed at MySQL",
        "4031, UNREACHABLE, a session that MySQL ended for its idleness",
        "1290, REFUSED, a server that became a reader",
        "1792, REFUSED, a session that may only read",
        "1461, REFUSED, too many prepared statements",
        "1142, REFUSED, a right that was taken away",
        "1146, REFUSED, a table that isn't there",
        "1054, REFUSED, a column that isn't there",
        "1206, REFUSED, too many locks",
        "1615, REFUSED, a statement that must be prepared again",
        "1045, REFUSED, a password that was changed",
        "1105, REFUSED, a failure that says nothing of its cause",
        "1021, NO_ROOM, a disk that is full",
        "1114, NO_ROOM, a table that can't grow",
        "1030, NO_ROOM, Got error 28 \"No space left on device\" from storage engine InnoDB",
        "1406, BAD_ROW, a text that is too long",
        "1364, BAD_ROW, a value that is missing",
        "1064, BAD_ROW, a statement that isn't SQL",
    })
    void isTold(int code, SqlFailure meaning, String what) {
        assertThat(SqlFailure.of(new MySQLException(what, code, "HY000"))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"21S01", "22003", "23000"})
    void isOneWritesFaultWhereTheStateSaysSo(String state) {
        assertThat(SqlFailure.of(new MySQLException("a value that nobody knows", 9_999, state)))
                .isEqualTo(SqlFailure.BAD_ROW);
    }

    @Test
    void isNobodysFaultWhenThereIsNoWayToTheServer() {
        assertThat(SqlFailure.of(new ConnectException())).isEqualTo(SqlFailure.UNREACHABLE);
        assertThat(SqlFailure.of(ClosedConnectionException.INSTANCE))
                .isEqualTo(SqlFailure.UNREACHABLE);
        assertThat(SqlFailure.of(new VertxException("Timeout waiting for connection")))
                .isEqualTo(SqlFailure.UNREACHABLE);
    }
}
