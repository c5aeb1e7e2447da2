package com.acmecorp.database.graphql;

import static java.util.Objects.requireNonNull;

import com.acmecorp.database.read.DeadLetterReads;
import com.acmecorp.database.read.Replay;
import com.acmecorp.database.read.ReplayReads;
import com.acmecorp.database.write.ReplayCause;
import com.acmecorp.database.write.ReplayDelivery;
import com.acmecorp.database.write.WriteQueue;

import graphql.schema.idl.RuntimeWiring;

import io.vertx.core.Future;

import java.util.UUID;

/** What was given up, how it is given back, and what comes of that. */
public final class DeadLetterFields {

    private final DeadLetterReads deadLetters;
    private final ReplayReads replays;
    private final WriteQueue writes;

    public DeadLetterFields(DeadLetterReads deadLetters, ReplayReads replays, WriteQueue writes) {
        this.deadLetters = deadLetters;
        this.replays = replays;
        this.writes = writes;
    }

    RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type("Query", query -> {
                    Mutations.field(
                            query, "getDeadLetters", call -> deadLetters.groups(after(call)));
                    Mutations.field(query, "getDeadLettersOf", this::letters);
                    Mutations.field(query, "getReplay", call -> replays.replay(call.text("id")));
                    return query;
                })
                .type("Mutation", mutation -> {
                    Mutations.field(mutation, "replayDeadLetter", this::replayOne);
                    Mutations.field(mutation, "replayDeadLetters", this::replayAll);
                    return mutation;
                })
                .type(
                        "Replay",
                        replay -> replay.dataFetcher(
                                "errors",
                                environment -> errors(requireNonNull(environment.getSource()))
                                        .toCompletionStage()));
    }

    private Future<?> letters(Arguments call) {
        return deadLetters.letters(
                call.text("cause"), call.has("limit") ? call.positive("limit") : 0, after(call));
    }

    private static String after(Arguments call) {
        return call.has("after") ? call.text("after") : "";
    }

    private Future<String> replayOne(Arguments call) {
        return deadLetters
                .find(call.text("eventId"), call.text("subscriber"))
                .compose(letter -> writes.submit(new ReplayDelivery(newReplayId(), letter)));
    }

    private Future<String> replayAll(Arguments call) {
        return writes.submit(new ReplayCause(newReplayId(), call.text("cause")));
    }

    private static String newReplayId() {
        return UUID.randomUUID().toString();
    }

    /** Read only where they are asked for. */
    private Future<?> errors(Replay replay) {
        return replays.errors(replay.replayId());
    }
}
