package com.acmecorp.database.write;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.SqlFailure;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Hands out claims on reservations that nobody ended in time, because a process was killed or the partner's answer was
 * lost. Each goes to one caller at a time, with a new fence, which shuts out its earlier holder; one that isn't ended then
 * is handed out again, after a pause that doubles.
 */
public record DueReservations(Pool pool, Clock clock) {

    private static final String DUE = """
            SELECT order_id, fence, attempts FROM delivery_reservations
            WHERE due_at_ms <= ? ORDER BY due_at_ms LIMIT ? FOR UPDATE SKIP LOCKED""";

    /** Ten seconds, doubled with each attempt, up to 80 seconds: until then the customer can't book. */
    private static final ManyKeys TAKE_OVER = new ManyKeys(
            "UPDATE delivery_reservations FORCE INDEX (PRIMARY)"
                    + " SET due_at_ms = ? + (10000 << LEAST(attempts, 3)),"
                    + " fence = fence + 1, attempts = attempts + 1, holder = 0 WHERE order_id IN",
            "");

    /**
     * A claim to look after.
     *
     * @param attempts how often it was handed out, this time included
     */
    public record DueReservation(OrderId order, long fence, int attempts) {}

    /** Takes over so many at most, those that wait longest first. */
    public Future<List<DueReservation>> takeOver(int limit) {
        return InTransaction.lease(pool, connection -> takeOver(connection, limit))
                .map(Objects::requireNonNull)
                .recover(SqlFailure::explained);
    }

    private Future<List<DueReservation>> takeOver(SqlConnection connection, int limit) {
        long nowMs = clock.millis();
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(nowMs, limit))
                .map(DueReservations::due)
                .compose(due -> count(connection, due, nowMs));
    }

    private static Future<List<DueReservation>> count(
            SqlConnection connection, List<DueReservation> due, long nowMs) {
        List<Long> orders =
                due.stream().map(claim -> claim.order().value()).sorted().toList();
        return TAKE_OVER.execute(connection, List.of(nowMs), orders).map(counted -> due);
    }

    private static List<DueReservation> due(RowSet<Row> rows) {
        List<DueReservation> due = new ArrayList<>();
        for (Row row : rows) {
            due.add(new DueReservation(
                    new OrderId(row.getLong(0)), row.getLong(1) + 1, row.getInteger(2) + 1));
        }
        return due;
    }
}
