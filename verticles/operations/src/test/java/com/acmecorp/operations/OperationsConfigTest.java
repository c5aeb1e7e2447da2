package com.acmecorp.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class OperationsConfigTest {

    @Test
    void hasDefaults() {
        assertThat(config(new JsonObject())).isEqualTo(new OperationsConfig(60_000, List.of()));
    }

    @Test
    void readsEverySetting() {
        assertThat(config(
                        JsonObject.of("journalBacklogMaxMs", 5, "readyParts", "database,journal")))
                .isEqualTo(new OperationsConfig(5, List.of("database", "journal")));
    }

    @Test
    void refusesAPartThatNobodyKnows() {
        assertThatThrownBy(() -> config(JsonObject.of("readyParts", "moon")))
                .hasMessageContaining(
                        "operations.readyParts: expected some of database, journal, mail, found moon");
    }

    private static OperationsConfig config(JsonObject operations) {
        Settings settings =
                new Settings(List.of(JsonObject.of("operations", operations)), Map.of());
        OperationsConfig config = OperationsConfig.from(settings);
        settings.check();
        return config;
    }
}
