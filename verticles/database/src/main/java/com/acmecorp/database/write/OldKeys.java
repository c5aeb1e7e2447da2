package com.acmecorp.database.write;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.time.Duration;

/**
 * Forgets idempotency keys that nobody will ask for again, a few at a time so that no order has to wait. The key of a
 * payment that is still open stays however old it is: whoever asks again under it must not be charged once more.
 */
public final class OldKeys {

    private static final int AT_A_TIME = 1_000;
    private static final String DELETE = "DELETE FROM idempotency_keys WHERE created_at_ms < ?"
            + " AND order_id NOT IN (SELECT order_id FROM payment_intents)"
            + " ORDER BY created_at_ms LIMIT "
            + AT_A_TIME;

    private final Pool pool;
    private final Clock clock;
    private final Duration age;

    /** Keys older than that many hours. */
    public OldKeys(Pool pool, Clock clock, int hours) {
        this.pool = pool;
        this.clock = clock;
        this.age = Duration.ofHours(hours);
    }

    /** Ends when none are left that are so old. */
    public Future<Void> forget() {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(clock.instant().minus(age).toEpochMilli()))
                .compose(deleted ->
                        deleted.rowCount() < AT_A_TIME ? Future.succeededFuture() : forget());
    }
}
