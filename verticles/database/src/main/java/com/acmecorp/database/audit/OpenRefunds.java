package com.acmecorp.database.audit;

import com.acmecorp.database.audit.Trouble.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;

/** Orders whose customers wait for their money: the provider refused to give it back, or doesn't do so. */
public record OpenRefunds(Pool pool, Clock clock) {

    /** As many as are looked at. */
    public static final int MOST = 1_000;

    /** The cancellation's event mends what is due, unless a delivery of it is still tried, or was given up. */
    private static final String OPEN = """
            SELECT r.order_id, r.due_at_ms, r.state, EXISTS (SELECT 1 FROM deliveries d
                WHERE d.event_key = r.order_id * 16 + 15)
            FROM refunds r FORCE INDEX (refunds_by_state)
            WHERE r.state = 'REFUSED' OR (r.state = 'DUE' AND r.due_at_ms <= ?) LIMIT 1000""";

    /** Those that are refused, and those that have been due for that many milliseconds; a thousand at most. */
    public Future<List<Trouble>> olderThan(long limitMs) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(clock.millis() - limitMs))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OpenRefunds::trouble)
                        .toList());
    }

    private static Trouble trouble(Row row) {
        long order = row.getLong(0);
        if (row.getString(2).equals("REFUSED")) {
            return Trouble.unmendable(order, Kind.REFUND_REFUSED, row.getLong(1));
        }
        boolean underWay = row.getInteger(3) == 1;
        return new Trouble(
                Kind.REFUND_DUE, order, underWay ? null : order * 16 + 15, row.getLong(1));
    }
}
