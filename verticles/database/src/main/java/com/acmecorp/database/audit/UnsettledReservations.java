package com.acmecorp.database.audit;

import com.acmecorp.database.audit.Trouble.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

import java.util.List;
import java.util.stream.StreamSupport;

/** Orders of which nobody knows, after some attempts, whether the delivery partner holds what is booked. */
public record UnsettledReservations(Pool pool) {

    private static final String UNSETTLED = """
            SELECT order_id, opened_at_ms
            FROM (SELECT order_id, opened_at_ms, attempts
              FROM delivery_reservations FORCE INDEX (delivery_reservations_by_due)
              WHERE due_at_ms > 0 ORDER BY due_at_ms LIMIT 10000) claims
            WHERE attempts >= 3 LIMIT 1000""";

    /** As many as are told of. */
    public static final int MOST = 1_000;

    /** A thousand of them at most, of those ten thousand claims that are due first. */
    public Future<List<Trouble>> orders() {
        return pool.query(UNSETTLED)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Trouble.unmendable(
                                row.getLong(0), Kind.RESERVATION_UNSETTLED, row.getLong(1)))
                        .toList());
    }
}
