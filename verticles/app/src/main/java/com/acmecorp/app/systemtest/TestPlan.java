package com.acmecorp.app.systemtest;

import java.time.Duration;

/**
 * What a test does.
 *
 * @param api base URL of the public API
 * @param database URL of the private GraphQL API
 * @param key of the private API; empty where it has none
 * @param segment as {@code B2C/US}, or {@code mix} for all that the shop serves
 * @param concurrency orders under way to the shop at once
 * @param timeout longest wait for what was ordered, and for a system that went away
 * @param tolerateFailures whether the system may go away in between; then each order is asked for until it is answered
 */
public record TestPlan(
        String api,
        String database,
        String key,
        int orders,
        String segment,
        int concurrency,
        Duration timeout,
        boolean tolerateFailures) {

    public TestPlan {
        api = api.replaceFirst("/+$", "");
    }

    TestPlan withOrders(int count) {
        return new TestPlan(
                api, database, key, count, segment, concurrency, timeout, tolerateFailures);
    }
}
