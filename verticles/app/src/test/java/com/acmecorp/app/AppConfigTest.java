package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.aws.AwsConfig;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                        new DatabaseAccess("", "", 64),
                        new Trust(List.of("Blank of America", "El Banco Blanco"), false)));
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
                                 "events": {"transport": "eventbridge"},
                                 "aws": {"region": "eu-north-1"},
                                 "order": {"acceptTestOrders": true,
                                   "paymentUrls": "Blank of America=https://bank.example, El Banco Blanco=sandbox"},
                                 "database": {"url": "https://db.example/database", "password": "the key", "httpConnections": 7}}
                                """))
                .isEqualTo(new AppConfig(
                        List.of("order", "web"),
                        Path.of("/srv/acme"),
                        "sixteen letters!",
                        new LogConfig("json", "debug"),
                        new PlatformConfig(3, 1, 2, 3, 4, 5, 6),
                        new EventsConfig("eventbridge", awsInEurope()),
                        new DatabaseAccess("https://db.example/database", "the key", 7),
                        new Trust(List.of("El Banco Blanco"), true)));
    }

    @Test
    void wantsASharedSecretWhereContextsRunElsewhere() {
        refuses(
                "{'contexts': 'web', 'events': {'transport': 'eventbridge'}}",
                "links.secret: is needed");
    }

    /** Wherever the line is drawn between two processes, something on one side needs something on the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "database,order           | web",
                "database,web             | order",
                "order,web                | database",
                "web                      | database, order",
                "simulators,database,web  | order",
                "database                 | order, web"
            })
    void refusesToLeaveContextsToOthersOnABusThatEndsWithTheProcess(String here, String missing) {
        assertThatThrownBy(() -> read("{\"contexts\": \"%s\"}".formatted(here)))
                .hasMessage(
                        "The configuration can't be used:\n  contexts: with events.transport=bus"
                                + " all contexts run in one process, and " + missing
                                + " would be missing;"
                                + " leave contexts out, or set events.transport=eventbridge in every process");
    }

    @Test
    void refusesThemBehindTheDatabasesApiToo() {
        refuses(
                "{'contexts': 'order,web', 'database': {'url': 'http://db.example:8081/database'},"
                        + " 'order': {'paymentUrls': 'Blank of America=sandbox,El Banco Blanco=sandbox'}}",
                "contexts: with events.transport=bus all contexts run in one process, and database would be missing");
    }

    @Test
    void runsTheSimulatorsAloneOrBesideAll() {
        assertThat(read("{\"contexts\": \"simulators\"}").contexts()).containsExactly("simulators");
        assertThat(read("{\"contexts\": \"web,simulators,order,database\"}").contexts())
                .containsExactly("simulators", "database", "order", "web");
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
                "{'contexts': 'order,web', 'events': {'transport': 'eventbridge'},"
                        + " 'database': {'url': '" + url + "'}}",
                "database.url: expected a URL such as http://host:8081/database");
    }

    @Test
    void refusesATransportThatThereIsNot() {
        refuses(
                "{'events': {'transport': 'pigeon'}}",
                "events.transport: expected one of bus, eventbridge, found pigeon");
    }

    private static AwsConfig awsInEurope() {
        JsonObject aws = JsonObject.of("aws", JsonObject.of("region", "eu-north-1"));
        return AwsConfig.from(new Settings(List.of(aws), Map.of()), true);
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
