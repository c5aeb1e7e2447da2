package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.aws.AwsConfig;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class AppConfigTest {

    private static final List<String> ALL = List.of("database", "order", "web");
    private static final AwsConfig AWS = AwsConfig.from(new Settings(List.of(), Map.of()), false);

    @Test
    void hasDefaultsForALaptop() {
        assertThat(read("{}"))
                .isEqualTo(new AppConfig(
                        ALL,
                        Path.of("acme-data"),
                        "",
                        new LogConfig("readable", "info"),
                        new PlatformConfig(0, 10_000, 35_000, 40_000, 40_000, 1_200, 20_000),
                        new EventsConfig("bus", AWS),
                        new DatabaseAccess("", "", 64)));
    }

    @Test
    void takesEverySetting() {
        assertThat(read("""
                                {"contexts": ["web", "order"],
                                 "data": {"directory": "/srv/acme"},
                                 "links": {"secret": "sixteen letters!"},
                                 "log": {"format": "json", "level": "debug"},
                                 "platform": {"eventLoops": 3, "databaseTimeoutMs": 1, "handlerTimeoutMs": 2,
                                   "replyTimeoutMs": 3, "useCaseTimeoutMs": 4, "healthTimeoutMs": 5, "stopTimeoutMs": 6},
                                 "database": {"url": "https://db.example/database", "password": "the key", "httpConnections": 7}}
                                """))
                .isEqualTo(new AppConfig(
                        List.of("order", "web"),
                        Path.of("/srv/acme"),
                        "sixteen letters!",
                        new LogConfig("json", "debug"),
                        new PlatformConfig(3, 1, 2, 3, 4, 5, 6),
                        new EventsConfig("bus", AWS),
                        new DatabaseAccess("https://db.example/database", "the key", 7)));
    }

    @Test
    void wantsASharedSecretWhereContextsRunElsewhere() {
        refuses("{'contexts': 'web'}", "links.secret: is needed");
    }

    @Test
    void refusesAShortSecret() {
        refuses("{'links': {'secret': 'short'}}", "links.secret: expected at least 16 characters");
    }

    @Test
    void refusesWaitsThatEndBeforeWhatTheyWaitFor() {
        refuses(
                "{'platform': {'replyTimeoutMs': 1000}}",
                "platform.replyTimeoutMs: must be longer");
        refuses(
                "{'platform': {'databaseTimeoutMs': 600000}}",
                "platform.handlerTimeoutMs: must be longer");
    }

    @Test
    void refusesAContextThatThereIsNot() {
        refuses(
                "{'contexts': 'order,shop'}",
                "contexts: expected some of simulators, database, order, web, found order, shop");
    }

    @Test
    void wantsToKnowWhereADatabaseIsThatDoesNotRunHere() {
        refuses(
                "{'contexts': 'order,web', 'events': {'transport': 'eventbridge'}}",
                "database.url: is needed where the database context runs elsewhere");
    }

    @Test
    void refusesToLookElsewhereForADatabaseThatRunsHere() {
        refuses(
                "{'database': {'url': 'http://db.example:8081/database'}}",
                "database.url: is the API of another process");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http:db.example", "https://db example/database"})
    void refusesAnAddressOfTheDatabaseThatIsNone(String url) {
        refuses(
                "{'contexts': 'order,web', 'links': {'secret': 'sixteen letters!'},"
                        + " 'database': {'url': '" + url + "'}}",
                "database.url: expected a URL such as http://host:8081/database");
    }

    @Test
    void refusesATransportThatThereIsNot() {
        refuses(
                "{'events': {'transport': 'pigeon'}}",
                "events.transport: expected one of bus, eventbridge, found pigeon");
    }

    private static void refuses(String json, String sentence) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(sentence);
    }

    private static AppConfig read(String json) {
        Settings settings = new Settings(List.of(new JsonObject(json)), Map.of());
        AppConfig config = AppConfig.from(settings, ALL);
        settings.check();
        return config;
    }
}
