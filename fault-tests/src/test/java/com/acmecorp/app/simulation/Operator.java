package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Committed;
import com.acmecorp.platform.database.Operation;

import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Random;

/**
 * Somebody who looks for dead letters now and then, and has one of them replayed, or all of a cause; not always the
 * wiser thing of the two, and sometimes before anything is mended.
 */
final class Operator {

    private static final int MOST_BETWEEN_MS = 4_000;

    private static final Operation REPLAY_ONE = Operation.once("""
            mutation($eventId: String!, $subscriber: String!) {
              replayDeadLetter(eventId: $eventId, subscriber: $subscriber)
            }""");
    private static final Operation REPLAY_ALL =
            Operation.once("mutation($cause: String!) { replayDeadLetters(cause: $cause) }");

    private final World world;
    private final Random random;

    Operator(World world) {
        this.world = world;
        this.random = world.random();
    }

    void begin() {
        world.after(1 + random.nextInt(MOST_BETWEEN_MS), this::look);
    }

    private void look() {
        begin();
        List<Committed> dead = world.server().rows("deliveries").stream()
                .filter(letter -> !letter.isNull("cause_id"))
                .toList();
        if (!dead.isEmpty() && !world.nodes().isEmpty()) {
            replay(dead.get(random.nextInt(dead.size())));
        }
    }

    private void replay(Committed letter) {
        if (random.nextBoolean()) {
            ask(REPLAY_ALL, JsonObject.of("cause", letter.text("cause_id")));
        } else {
            ask(
                    REPLAY_ONE,
                    JsonObject.of(
                            "eventId",
                            letter.text("event_id"),
                            "subscriber",
                            letter.text("target")));
        }
    }

    private void ask(Operation operation, JsonObject which) {
        world.nodes()
                .get(random.nextInt(world.nodes().size()))
                .execute(operation, which)
                .onSuccess(receipt -> world.trace().add("operator: replays " + which.encode()))
                .onFailure(refused -> world.trace().add("operator: " + refused.getMessage()));
    }
}
