package com.acmecorp.database;

import com.acmecorp.database.graphql.GraphQlLimits;
import com.acmecorp.database.journal.JournalConfig;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SharedSettings;

import java.nio.file.Path;

/**
 * Settings of the database context.
 *
 * @param url of a MySQL or MariaDB server, {@code mysql://host:port/schema}; empty: one is started here
 * @param user for that server
 * @param password for that server
 * @param tls on the way to that server
 * @param directory where the embedded server keeps its data
 * @param embeddedPort of the embedded server; 0 for a free one
 * @param connections to the server
 * @param lanes transactions in flight at the same time
 * @param queueCapacity new orders' writes that may wait; work in flight always may
 * @param largestBatch writes in one transaction
 * @param patienceMs for how long an unreachable server is waited for before callers are told
 * @param handlingMs for how long an event that the journal is done with may still be under way to its handler
 * @param idempotencyKeyHours for how long a request under the same key is known to be the same
 * @param graphQl what a client may ask of the GraphQL API
 */
public record DatabaseConfig(
        String url,
        String user,
        String password,
        Tls tls,
        Path directory,
        int embeddedPort,
        int connections,
        int lanes,
        int queueCapacity,
        int largestBatch,
        int patienceMs,
        int handlingMs,
        int idempotencyKeyHours,
        GraphQlLimits graphQl,
        JournalConfig journal) {

    private static final String BUS = "bus";
    private static final int REMOTE_HANDLING_MS = 600_000;

    public static DatabaseConfig from(Settings settings) {
        return new DatabaseConfig(
                url(settings),
                settings.text("database.user", "user at that server", "acme"),
                settings.text(
                        "database.password",
                        "password at that server; for an API, its `http.privateKey`",
                        ""),
                Tls.from(settings),
                SharedSettings.dataDirectory(settings),
                settings.number(
                        "database.embeddedPort",
                        "port of the embedded server; 0: any that is free",
                        0,
                        0,
                        65_535),
                settings.number(
                        "database.connections",
                        "connections to the server for what moves orders; three more are for those who only look",
                        8,
                        2,
                        1_000),
                settings.number(
                        "database.lanes", "transactions in flight at the same time", 2, 1, 16),
                settings.number(
                        "database.queueCapacity",
                        "new orders' writes that may wait; beyond, createOrder answers 503; work in flight always may",
                        2_000,
                        10,
                        1_000_000),
                settings.number(
                        "database.largestBatch", "writes in one transaction", 500, 1, 10_000),
                settings.number(
                        "database.patienceMs",
                        "wait for a server that can't be reached, before callers are told",
                        8_000,
                        0,
                        600_000),
                settings.number(
                        "database.handlingMs",
                        "how long an event may be under way to its handler when the journal is done with it; 600000 by default where `events.transport` isn't `bus`",
                        handlingMs(settings),
                        0,
                        86_400_000),
                settings.number(
                        "database.idempotencyKeyHours",
                        "how long a repeated createOrder is known by its Idempotency-Key, at least a day",
                        24,
                        24,
                        8_760),
                GraphQlLimits.from(settings),
                JournalConfig.from(settings));
    }

    /** On any other transport than the bus, an acknowledgement says only that it has the event. */
    private static int handlingMs(Settings settings) {
        return settings.given("events.transport").orElse(BUS).equals(BUS) ? 0 : REMOTE_HANDLING_MS;
    }

    private static String url(Settings settings) {
        String url = settings.text(
                "database.url",
                "`mysql://host:port/schema` of a MySQL or MariaDB server; left out, an embedded one is started. Where the database context runs in another process: that one's API, such as `http://host:8081/database`",
                "");
        if (url.startsWith("http:") || url.startsWith("https:")) {
            return ""; // the API of another process, for those who look for this context there
        }
        try {
            return url.isEmpty() ? url : Server.of(url, "", "", Tls.OFF).url();
        } catch (IllegalArgumentException e) {
            settings.error("database.url", String.valueOf(e.getMessage()));
            return "";
        }
    }

    boolean isEmbedded() {
        return url.isEmpty();
    }
}
