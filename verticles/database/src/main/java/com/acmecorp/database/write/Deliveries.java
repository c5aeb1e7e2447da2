package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.EventKey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.TreeMap;

/** What a unit of work leaves to be attempted again: failures cost rows, successes don't. */
final class Deliveries implements Part {

    private static final int ERROR_LENGTH = 500;

    /** An attempt that is on record already is not begun anew. */
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO deliveries (event_key, target, attempts, next_attempt_at_ms, last_error) VALUES",
            5,
            "ON DUPLICATE KEY UPDATE last_error = VALUES(last_error)");

    private final TreeMap<String, Tuple> added = new TreeMap<>();

    void add(EventKey event, OpenDelivery delivery) {
        String error = delivery.error();
        added.put(
                event.value() + delivery.target(),
                Tuple.tuple()
                        .addLong(event.value())
                        .addString(delivery.target())
                        .addInteger(delivery.attempts())
                        .addLong(delivery.nextAttemptAtMs())
                        .addString(error.substring(0, Math.min(ERROR_LENGTH, error.length()))));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return Future.succeededFuture();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return INSERT.execute(connection, added.values().stream().toList());
    }
}
