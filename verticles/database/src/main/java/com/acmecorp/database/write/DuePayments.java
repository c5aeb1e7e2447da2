package com.acmecorp.database.write;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.sql.ManyKeys;
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
 * Hands out payments that nobody settled or gave back in time, because a process was killed or a provider didn't answer.
 * Each goes to one caller at a time; one that isn't ended then is handed out again, after a pause that doubles.
 */
public final class DuePayments {

    private static final String DUE = """
            SELECT order_id, provider, given_up, idempotency_key IS NOT NULL, attempts FROM payment_intents
            WHERE due_at_ms <= ? ORDER BY due_at_ms LIMIT ? FOR UPDATE SKIP LOCKED""";

    /** Ten seconds, doubled with each attempt, up to about ten minutes. */
    private static final ManyKeys TAKE_OVER = new ManyKeys(
            "UPDATE payment_intents FORCE INDEX (PRIMARY) SET due_at_ms = ? + (10000 << LEAST(attempts, 6)),"
                    + " attempts = attempts + 1 WHERE order_id IN",
            "");

    private static final String END_LEASES = "UPDATE payment_intents SET due_at_ms = ?";

    private final Pool pool;
    private final Clock clock;

    public DuePayments(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * A payment to look after.
     *
     * @param givenUp whether the order won't be accepted
     * @param canBeAskedAgain whether the customer has a key to ask again with
     * @param attempts how often it was handed out, this time included
     */
    public record DuePayment(
            OrderId order,
            String provider,
            boolean givenUp,
            boolean canBeAskedAgain,
            int attempts) {}

    /** All are due at once: right where whoever opened them is known to be dead. */
    public Future<?> endLeases() {
        return pool.preparedQuery(END_LEASES).execute(Tuple.of(clock.millis()));
    }

    /** Takes over so many at most, those that wait longest first. */
    public Future<List<DuePayment>> takeOver(int limit) {
        return InTransaction.lease(pool, connection -> takeOver(connection, limit))
                .map(Objects::requireNonNull);
    }

    private Future<List<DuePayment>> takeOver(SqlConnection connection, int limit) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(clock.millis(), limit))
                .map(DuePayments::payments)
                .compose(due -> count(connection, due));
    }

    private Future<List<DuePayment>> count(SqlConnection connection, List<DuePayment> due) {
        List<Long> orders =
                due.stream().map(payment -> payment.order().value()).sorted().toList();
        return TAKE_OVER.execute(connection, List.of(clock.millis()), orders).map(counted -> due);
    }

    private static List<DuePayment> payments(RowSet<Row> rows) {
        List<DuePayment> due = new ArrayList<>();
        for (Row row : rows) {
            due.add(new DuePayment(
                    new OrderId(row.getLong(0)),
                    row.getString(1),
                    row.getBoolean(2),
                    row.getInteger(3) == 1,
                    row.getInteger(4) + 1));
        }
        return due;
    }
}
