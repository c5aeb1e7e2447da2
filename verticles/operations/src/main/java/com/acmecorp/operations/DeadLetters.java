package com.acmecorp.operations;

import com.acmecorp.platform.Platform;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Comparator;

/** What was given up, for operators: they see it, have it attempted anew, and learn what came of it. */
record DeadLetters(DatabaseClient database) {

    /** As many causes as the database answers at a time. */
    private static final int PAGE = 50;

    private static final Operation GROUPS = new Operation("""
            query GetDeadLetters($after: String) {
              getDeadLetters(after: $after) {
                cause subscriber event error count atLeast firstDiedAtMs lastDiedAtMs
                samples { orderId eventId subscriber event attempts error diedAtMs }
              }
            }""");

    /** Not to be repeated: by then the letter may be delivered, and be no dead letter. */
    private static final Operation REPLAY_ONE = Operation.once("""
            mutation ReplayDeadLetter($eventId: String!, $subscriber: String!) {
              replayId: replayDeadLetter(eventId: $eventId, subscriber: $subscriber)
            }""");

    private static final Operation REPLAY_ALL = Operation.once("""
            mutation ReplayDeadLetters($cause: String!) {
              replayId: replayDeadLetters(cause: $cause)
            }""");

    private static final Operation OUTCOME = new Operation("""
            query GetReplay($id: String!) {
              getReplay(id: $id) {
                replayId cause canary requestedAtMs requested delivered failed waiting countedUpTo verdict errors
              }
            }""");

    static Future<?> offer(Platform platform) {
        DeadLetters deadLetters = new DeadLetters(platform.database());
        return Future.all(
                platform.useCases().offer("deadLetters", deadLetters::groups),
                platform.useCases().offer("replay", deadLetters::replay),
                platform.useCases().offer("replay.outcome", deadLetters::outcome));
    }

    /** A page of them; where it is full, others may follow. */
    private Future<JsonObject> groups(Request request) {
        JsonObject after = JsonObject.of("after", request.body().getString("after"));
        return database.execute(GROUPS, after)
                .map(answer -> page(answer.getJsonArray("getDeadLetters")));
    }

    private static JsonObject page(JsonArray groups) {
        JsonObject page = JsonObject.of("deadLetters", groups);
        return groups.size() < PAGE
                ? page
                : page.put(
                        "next",
                        groups.stream()
                                .map(group -> ((JsonObject) group).getString("cause"))
                                .max(Comparator.naturalOrder())
                                .orElseThrow());
    }

    /** All of a cause, or the one event that is named. */
    private Future<JsonObject> replay(Request request) {
        return request.body().containsKey("cause")
                ? database.execute(REPLAY_ALL, JsonObject.of("cause", request.text("cause")))
                : database.execute(
                        REPLAY_ONE,
                        JsonObject.of(
                                "eventId",
                                request.text("eventId"),
                                "subscriber",
                                request.text("subscriber")));
    }

    private Future<JsonObject> outcome(Request request) {
        return database.execute(OUTCOME, JsonObject.of("id", request.text("id")))
                .map(answer -> answer.getJsonObject("getReplay"));
    }
}
