package com.acmecorp.database;

import com.acmecorp.database.embedded.EmbeddedMariaDb;
import com.acmecorp.database.write.Transactions;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the server can work: it answers, and has room. One whose disk is full may answer each read and lose its life a
 * minute later.
 *
 * @param embedded null where the server isn't ours, and only its own words tell
 */
record Wellness(
        Vertx vertx,
        Pool pool,
        Transactions transactions,
        @Nullable EmbeddedMariaDb embedded) {

    private static final String FULL =
            "The disk of the database is full: it had no room for what was to be written.";

    /** Fails with why it can't work. */
    Future<JsonObject> ask() {
        return vertx.executeBlocking(this::lackOfRoom)
                .compose(lack -> answer(Objects.requireNonNull(lack)));
    }

    private Optional<String> lackOfRoom() throws IOException {
        Optional<String> seen = embedded == null ? Optional.empty() : embedded.lackOfRoom();
        return seen.or(() -> transactions.lackRoom() ? Optional.of(FULL) : Optional.empty());
    }

    private Future<JsonObject> answer(Optional<String> lackOfRoom) {
        return lackOfRoom.isPresent()
                ? Future.failedFuture(lackOfRoom.get())
                : pool.query("SELECT 1").execute().map(alive -> new JsonObject());
    }
}
