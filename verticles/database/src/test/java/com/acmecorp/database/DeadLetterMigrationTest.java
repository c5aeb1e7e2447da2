package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventKey;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Letters that had died before there were causes are shown and replayed like all others. */
class DeadLetterMigrationTest {

    @Test
    void givesThemACauseAndTheIdOfTheirEvent() throws IOException {
        try (TestDatabase database = new TestDatabase(new JsonObject())) {
            for (long key : new long[] {1, 1_600_000_001L, 9_007_199_254_740_991L * 16 + 4}) {
                database.run(
                        "REPLACE INTO deliveries (event_key, target, attempts, next_attempt_at_ms, last_error)"
                                + " VALUES (%d, 'old', 8, NULL, 'no plant')".formatted(key));
                database.run(update());
                String row = " FROM deliveries WHERE target = 'old' AND event_key = " + key;
                assertThat(database.text("SELECT event_id" + row))
                        .isEqualTo(new EventKey(key).eventId().toString());
                assertThat(database.text("SELECT cause_id" + row)).hasSize(16);
                assertThat(database.count("SELECT died_at_ms" + row)).isPositive();
            }
            database.run("DELETE FROM deliveries WHERE target = 'old'");
        }
    }

    private static String update() throws IOException {
        String script = "/db/migration/V3__dead_letters_and_replays.sql";
        try (InputStream file = TestDatabase.class.getResourceAsStream(script)) {
            String sql =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            int start = sql.indexOf("UPDATE deliveries");
            return sql.substring(start, sql.indexOf(';', start));
        }
    }
}
