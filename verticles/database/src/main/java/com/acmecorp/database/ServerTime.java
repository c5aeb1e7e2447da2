package com.acmecorp.database;

import com.acmecorp.platform.time.TimeSource;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The server's own time. Both functions know no time zone: UNIX_TIMESTAMP of a local time would be wrong by an hour in
 * the hour that comes twice.
 */
record ServerTime(Pool pool) implements TimeSource {

    private static final String MICROSECONDS =
            "SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))";

    /** Waiting for a connection isn't the server's time, so it is asked for before. */
    @Override
    public Future<Reading> ask(LongSupplier monotonicNanos) {
        return pool.withConnection(connection -> ask(connection, monotonicNanos))
                .map(Objects::requireNonNull);
    }

    private static Future<Reading> ask(SqlConnection connection, LongSupplier monotonicNanos) {
        long askedAtNanos = monotonicNanos.getAsLong();
        return connection
                .query(MICROSECONDS)
                .execute()
                .map(rows -> new Reading(
                        TimeUnit.MICROSECONDS.toNanos(rows.iterator().next().getLong(0)),
                        askedAtNanos));
    }
}
