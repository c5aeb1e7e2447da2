package com.acmecorp.app.torture;

import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An operator who looks after a system's dead letters. Its methods block. */
record DeadLetterDesk(JsonApi api) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration REPLAY_LIMIT = Duration.ofSeconds(60);
    private static final String ALERT = "dead letters";

    private static final String LETTERS = """
            query($cause: String!) {
              getDeadLettersOf(cause: $cause, limit: 1000) { orderId eventId subscriber diedAtMs }
            }""";

    /** When which orders' letters died, in epoch milliseconds of the server's clock. */
    Map<OrderId, Long> diedAtMs() {
        Map<OrderId, Long> died = new HashMap<>();
        causes().flatMap(this::letters)
                .forEach(letter -> died.put(
                        new OrderId(letter.getLong("orderId")), letter.getLong("diedAtMs")));
        return died;
    }

    private Stream<String> causes() {
        return api.get("/deadLetters").getJsonArray("deadLetters").stream()
                .map(group -> ((JsonObject) group).getString("cause"));
    }

    private Stream<JsonObject> letters(String cause) {
        JsonObject query =
                JsonObject.of("query", LETTERS, "variables", JsonObject.of("cause", cause));
        return api
                .post("/database", query)
                .getJsonObject("data")
                .getJsonArray("getDeadLettersOf")
                .stream()
                .map(JsonObject.class::cast);
    }

    /** Whether people are told that letters are dead. */
    boolean isAlerted() {
        return api.get("/alerts").getJsonArray("alerts").stream()
                .anyMatch(alert -> ((JsonObject) alert).getString("rule").equals(ALERT));
    }

    /** Replays one letter of each cause, and then all; each replay that isn't delivered is a sentence. */
    List<String> replayAll() {
        return causes().toList().stream().flatMap(this::replayAllOf).toList();
    }

    private Stream<String> replayAllOf(String cause) {
        List<JsonObject> letters = letters(cause).toList();
        JsonObject first = letters.getFirst();
        Stream<JsonObject> canary = Stream.of(JsonObject.of(
                "eventId",
                first.getString("eventId"),
                "subscriber",
                first.getString("subscriber")));
        Stream<JsonObject> others =
                letters.size() == 1 ? Stream.empty() : Stream.of(JsonObject.of("cause", cause));
        return Stream.concat(canary, others).flatMap(which -> replay(which).stream());
    }

    private Optional<String> replay(JsonObject which) {
        JsonObject receipt = api.post("/replay", which);
        String id = receipt.getString("replayId");
        if (id == null) {
            return Optional.of("a replay was refused: " + receipt.encode());
        }
        Waiting.until(() -> !verdict(id).equals("UNDER_WAY"), BETWEEN_LOOKS, REPLAY_LIMIT);
        return verdict(id).equals("DELIVERED")
                ? Optional.empty()
                : Optional.of("a replay wasn't delivered: " + outcome(id).encode());
    }

    private String verdict(String id) {
        return outcome(id).getString("verdict");
    }

    private JsonObject outcome(String id) {
        return api.get("/replays/" + id);
    }
}
