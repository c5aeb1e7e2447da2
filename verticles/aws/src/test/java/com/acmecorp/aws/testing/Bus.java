package com.acmecorp.aws.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import software.amazon.event.ruler.Machine;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An event bus: its rules, and the queues that they send events to. */
final class Bus {

    private final Machine rules = Machine.builder().build();
    private final Map<String, List<String>> queuesByRule = new ConcurrentHashMap<>();

    void rule(String name, String pattern) {
        try {
            rules.addRule(name, pattern);
        } catch (IOException e) {
            throw new IllegalArgumentException("InvalidEventPatternException: " + pattern, e);
        }
    }

    void targets(String rule, JsonArray targets) {
        queuesByRule.put(
                rule,
                targets.stream()
                        .map(target -> ((JsonObject) target).getString("Arn"))
                        .toList());
    }

    /** ARNs of the queues that must have the event. */
    Stream<String> queuesFor(JsonObject event) {
        try {
            return rules.rulesForJSONEvent(event.encode()).stream()
                    .flatMap(rule -> queuesByRule.getOrDefault(rule, List.of()).stream());
        } catch (Exception e) {
            throw new IllegalArgumentException("not matched: " + event, e);
        }
    }

    /** What EventBridge makes of an entry: an envelope with an id of its own. */
    static JsonObject envelope(JsonObject entry) {
        return new JsonObject()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", entry.getString("DetailType"))
                .put("source", entry.getString("Source"))
                .put("account", "123456789012")
                .put(
                        "time",
                        Instant.ofEpochSecond(entry.getNumber("Time").longValue())
                                .toString())
                .put("region", "eu-west-1")
                .put("resources", new JsonArray())
                .put("detail", new JsonObject(entry.getString("Detail")));
    }
}
