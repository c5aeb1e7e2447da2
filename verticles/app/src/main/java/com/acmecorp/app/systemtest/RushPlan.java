package com.acmecorp.app.systemtest;

import java.time.Duration;

/**
 * How a rush is made.
 *
 * @param test where, who orders, and how long what was ordered may take
 * @param again how clients ask again when they are refused
 * @param length for how long orders are sent
 */
record RushPlan(TestPlan test, Again again, Duration length) {

    /** URL of the private API's figures. */
    String metrics() {
        return test.database().replaceFirst("/database/?$", "/metrics");
    }
}
