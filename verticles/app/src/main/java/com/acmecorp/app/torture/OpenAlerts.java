package com.acmecorp.app.torture;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The alerts that a system has open: none when all is well again. */
record OpenAlerts(JsonApi api) {

    /** A rule may look for what is overdue, or hasn't moved, for a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Whether each of these is open, by its title. */
    boolean areOpen(List<String> titles) {
        return titles.stream()
                .allMatch(title -> alerts().anyMatch(alert -> title(alert).equals(title)));
    }

    /**
     * Waits until none is open, or for too long; each that still is, is a sentence.
     *
     * @param lasting the titles of those that may stay open
     */
    List<String> differences(List<String> lasting) {
        Waiting.untilTold(() -> open(lasting).isEmpty(), LIMIT);
        return open(lasting);
    }

    private List<String> open(List<String> lasting) {
        return alerts().filter(alert -> !lasting.contains(title(alert)))
                .map(alert -> "an alert is still open: %s: %s"
                        .formatted(title(alert), alert.getString("text")))
                .toList();
    }

    private Stream<JsonObject> alerts() {
        return api.get("/alerts").getJsonArray("alerts").stream().map(JsonObject.class::cast);
    }

    /** As it is in the log. */
    private static String title(JsonObject alert) {
        String subject = alert.getString("subject");
        return alert.getString("rule") + (subject.isEmpty() ? "" : ": " + subject);
    }
}
