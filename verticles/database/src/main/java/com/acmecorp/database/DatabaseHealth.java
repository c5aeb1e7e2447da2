package com.acmecorp.database;

import com.acmecorp.database.embedded.EmbeddedMariaDb;
import com.acmecorp.database.sql.SharedLook;
import com.acmecorp.database.write.Transactions;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether an order can be taken: the server takes writes, and has room. One that only reads, or whose disk is full, may
 * answer each read.
 *
 * @param embedded null where the server isn't ours, and only its own words tell
 */
record DatabaseHealth(
        Vertx vertx,
        SharedLook<?> probe,
        Transactions transactions,
        @Nullable EmbeddedMariaDb embedded) {

    /** Changes no row, but needs all that an order's write needs: a server that takes writes, rights, and the table. */
    private static final String PROBE = "UPDATE orders SET status = status WHERE order_id = 0";

    private static final long LONGEST_PROBE_S = 2;

    /** One probe is under way however many ask, so that a table that is locked costs orders one connection. */
    static SharedLook<?> probe(Vertx vertx, Clock clock, Pool pool) {
        return new SharedLook<>(vertx, clock, () -> pool.query(PROBE).execute());
    }

    /** Fails with why it can't work. */
    Future<JsonObject> ask() {
        return vertx.executeBlocking(this::lackOfRoom)
                .compose(lack -> answer(Objects.requireNonNull(lack)));
    }

    private Optional<String> lackOfRoom() throws IOException {
        Optional<String> seen = embedded == null ? Optional.empty() : embedded.lackOfRoom();
        return seen.or(transactions::hindrance);
    }

    private Future<JsonObject> answer(Optional<String> hindrance) {
        return hindrance.isPresent()
                ? Future.failedFuture(hindrance.get())
                : probe.take().timeout(LONGEST_PROBE_S, TimeUnit.SECONDS).map(alive -> facts());
    }

    private JsonObject facts() {
        JsonObject facts = new JsonObject();
        transactions.waitsForLocks().ifPresent(why -> facts.put("warning", why));
        return facts;
    }
}
