package com.acmecorp.database.census;

import com.acmecorp.database.census.Trouble.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

import java.util.List;
import java.util.stream.StreamSupport;

/** Orders of which nobody knows, after some attempts, whether the delivery partner holds what is booked. */
public record UnsettledReservations(Pool pool) {

    private static final String UNSETTLED = """
            SELECT order_id, opened_at_ms FROM delivery_reservations FORCE INDEX (delivery_reservations_by_due)
            WHERE due_at_ms > 0 AND attempts >= 3 LIMIT 1000""";

    /** A thousand of them at most. */
    public Future<List<Trouble>> orders() {
        return pool.query(UNSETTLED)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Trouble.unmendable(
                                row.getLong(0), Kind.RESERVATION_UNSETTLED, row.getLong(1)))
                        .toList());
    }
}
