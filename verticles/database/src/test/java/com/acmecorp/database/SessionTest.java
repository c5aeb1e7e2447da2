package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
}
