package com.acmecorp.app.torture;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.List;

/** The alerts that a system has open: none when all is well again. */
record OpenAlerts(JsonApi api) {

    /** A rule may look for what is overdue, or hasn't moved, for a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Waits until none is open, or for too long; each that still is, is a sentence. */
    List<String> differences() {
        Waiting.until(() -> open().isEmpty(), LIMIT);
        return open();
    }

    private List<String> open() {
        return api.get("/alerts").getJsonArray("alerts").stream()
                .map(JsonObject.class::cast)
                .map(alert -> "an alert is still open: %s %s: %s"
                        .formatted(
                                alert.getString("rule"),
                                alert.getString("subject"),
                                alert.getString("text")))
                .toList();
    }
}
