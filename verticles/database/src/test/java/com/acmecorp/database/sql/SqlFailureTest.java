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
        "1205, CONTENTION, a lock that took too long",
        "1062, CONTENTION, a key that another node wrote",
        "1053, UNREACHABLE, a server that shuts down",
        "1927, UNREACHABLE, a session that was killed at MariaDB",
        "3169, UNREACHABLE, a session that was killed at MySQL",
        "4031, UNREACHABLE, a session that MySQL ended for its idleness",
        "1290, UNREACHABLE, a server that became a reader",
        "1792, UNREACHABLE, a session that may only read",
        "1021, NO_ROOM, a disk that is full",
        "1114, NO_ROOM, a table that can't grow",
        "1030, NO_ROOM, Got error 28 \"No space left on device\" from storage engine InnoDB",
        "1406, BAD_ROW, a text that is too long",
    })
    void isTold(int code, SqlFailure meaning, String what) {
        assertThat(SqlFailure.of(new MySQLException(what, code, "HY000"))).isEqualTo(meaning);
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
