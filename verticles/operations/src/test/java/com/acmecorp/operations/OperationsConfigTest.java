package com.acmecorp.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.operations.alert.AlertConfig;
import com.acmecorp.operations.facts.StageLimits;
import com.acmecorp.operations.repair.RepairConfig;
import com.acmecorp.platform.config.Settings;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class OperationsConfigTest {

    @Test
    void hasDefaults() {
        assertThat(config(new JsonObject()))
                .isEqualTo(new OperationsConfig(
                        60_000,
                        List.of(),
                        new AlertConfig(1_000, 1_500, 5_000, 20, "", ""),
                        new StageLimits(
                                60_000,
                                259_200_000,
                                60_000,
                                1_209_600_000,
                                60_000,
                                60_000,
                                300_000),
                        new RepairConfig(5_000, 3, 20_000)));
    }

    @Test
    void readsEverySetting() {
        assertThat(config(new JsonObject("""
                        {"journalBacklogMaxMs": 5, "readyParts": "database,journal",
                         "alertIntervalMs": 11, "lookTimeoutMs": 12, "retryingMax": 13,
                         "declinesMax": 14,
                         "alertMail": "ops@acme.example", "alertWebhook": "https://hooks.example/abc",
                         "placeLimitMs": 21, "stockLimitMs": 22, "markStockedLimitMs": 23,
                         "chooseTimeLimitMs": 24, "autoBookLimitMs": 25, "markBookedLimitMs": 26,
                         "mailLimitMs": 27,
                         "repairIntervalMs": 31, "repairAttempts": 32, "repairPauseMs": 33}""")))
                .isEqualTo(new OperationsConfig(
                        5,
                        List.of("database", "journal"),
                        new AlertConfig(
                                11, 12, 13, 14, "ops@acme.example", "https://hooks.example/abc"),
                        new StageLimits(21, 22, 23, 24, 25, 26, 27),
                        new RepairConfig(31, 32, 33)));
    }

    @Test
    void refusesAPartThatNobodyKnows() {
        assertThatThrownBy(() -> config(JsonObject.of("readyParts", "moon")))
                .hasMessageContaining(
                        "operations.readyParts: expected some of database, journal, mail, found moon");
    }

    @Test
    void refusesWhatNobodyCanBeToldAt() {
        assertThatThrownBy(() -> config(
                        JsonObject.of("alertMail", "the night shift", "alertWebhook", "slack")))
                .hasMessageContaining("operations.alertMail: expected an address")
                .hasMessageContaining("operations.alertWebhook: expected a URL");
    }

    private static OperationsConfig config(JsonObject operations) {
        Settings settings =
                new Settings(List.of(JsonObject.of("operations", operations)), Map.of());
        OperationsConfig config = OperationsConfig.from(settings);
        settings.check();
        return config;
    }
}
