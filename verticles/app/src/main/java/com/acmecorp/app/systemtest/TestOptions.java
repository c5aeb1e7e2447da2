package com.acmecorp.app.systemtest;

import picocli.CommandLine;
import picocli.CommandLine.Option;

import java.time.Duration;

/** What the system test and the load test are told alike. */
final class TestOptions {

    @Option(names = "--api", paramLabel = "URL", description = "The public API (${DEFAULT-VALUE}).")
    private String api = "http://127.0.0.1:8080";

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "The private GraphQL API (${DEFAULT-VALUE}).")
    private String database = "http://127.0.0.1:8081/database";

    @Option(
            names = "--segment",
            paramLabel = "TYPE/MARKET",
            description =
                    "Who orders, as in B2C/US, B2C/MX or B2B/US; mix takes all in turns (${DEFAULT-VALUE}).")
    private String segment = "mix";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Longest wait for the orders to come to their end (${DEFAULT-VALUE}).")
    private int timeoutSeconds = 120;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The private API's key, where it has one; by default from ACME_HTTP_PRIVATE_KEY.",
            defaultValue = "${env:ACME_HTTP_PRIVATE_KEY:-}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER)
    private String key = "";

    TestPlan plan(int orders, int concurrency, boolean tolerateFailures) {
        return new TestPlan(
                api,
                database,
                key,
                orders,
                segment,
                concurrency,
                Duration.ofSeconds(timeoutSeconds),
                tolerateFailures);
    }
}
