package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.database.Tls.Mode;
import com.acmecorp.database.graphql.GraphQlLimits;
import com.acmecorp.database.journal.JournalConfig;
import com.acmecorp.platform.config.Settings;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class DatabaseConfigTest {

    private static final JournalConfig STANDARD_JOURNAL =
            new JournalConfig(45_000, 500, 500, 4_000, 128, 8, 200, 30_000);

    @Test
    void hasDefaults() {
        assertThat(read("{}"))
                .isEqualTo(new DatabaseConfig(
                        "",
                        "acme",
                        "",
                        new Tls(Mode.PREFERRED, ""),
                        Path.of("acme-data"),
                        0,
                        8,
                        2,
                        2_000,
                        500,
                        8_000,
                        0,
                        24,
                        new GraphQlLimits(
                                20_000, 1_000, 20, 200, 250_000, 1_000_000, 5_000, 2, 200),
                        STANDARD_JOURNAL));
    }

    @Test
    void readsEverySetting() {
        assertThat(read("""
                {"data": {"directory": "elsewhere"},
                 "database": {"url": "mysql://db/shop", "user": "ana", "password": "secret", "tls": "verified",
                   "tlsCertificates": "pom.xml", "embeddedPort": 3306,
                   "connections": 20, "lanes": 3, "queueCapacity": 100, "largestBatch": 10, "patienceMs": 5,
                   "handlingMs": 6,
                   "idempotencyKeyHours": 48},
                 "graphql": {"maxCharacters": 1001, "maxFields": 11, "maxDepth": 15, "maxAliases": 12,
                   "maxValues": 1002, "maxReads": 1003, "timeoutMs": 101, "threads": 3, "maxInFlight": 4},
                 "journal": {"leaseMs": 200, "sweepIntervalMs": 20, "sweepBatch": 3, "windowPerTarget": 4,
                   "batchPerTarget": 5, "maxAttempts": 6, "retryBaseMs": 7, "retryCapMs": 8}}"""))
                .isEqualTo(new DatabaseConfig(
                        "mysql://db:3306/shop",
                        "ana",
                        "secret",
                        new Tls(Mode.VERIFIED, "pom.xml"),
                        Path.of("elsewhere"),
                        3306,
                        20,
                        3,
                        100,
                        10,
                        5,
                        6,
                        48,
                        new GraphQlLimits(1_001, 11, 15, 12, 1_002, 1_003, 101, 3, 4),
                        new JournalConfig(200, 20, 3, 4, 5, 6, 7, 8)));
    }

    private static DatabaseConfig read(String json) {
        Settings settings = new Settings(List.of(new JsonObject(json)), Map.of());
        DatabaseConfig config = DatabaseConfig.from(settings);
        settings.check();
        return config;
    }
}
