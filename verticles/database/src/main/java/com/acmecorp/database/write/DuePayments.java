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
import java.util.TreeSet;

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

    private static final int LEASES_AT_A_TIME = 1_000;
    private static final String LEASED = """
            SELECT order_id FROM payment_intents FORCE INDEX (payment_intents_by_due)
            WHERE due_at_ms > ? AND opened_at_ms < ? ORDER BY due_at_ms LIMIT 1000""";
    private static final ManyKeys END_LEASES = new ManyKeys(
            "UPDATE payment_intents FORCE INDEX (PRIMARY) SET due_at_ms = ? WHERE order_id IN", "");

    private final Pool pool;
    private final Clock clock;
    private Future<?> leasesEnded = Future.succeededFuture();

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

    /**
     * All that were opened before now are due at once: right where whoever opened them is known to be dead. A batch at a
     * time; new ones may be opened meanwhile, and none is handed out before it has ended.
     */
    public Future<?> endLeases() {
        leasesEnded = endLeases(clock.millis());
        return leasesEnded;
    }

    private Future<?> endLeases(long nowMs) {
        return InTransaction.run(pool, connection -> endSome(connection, nowMs))
                .compose(ended ->
                        ended < LEASES_AT_A_TIME ? Future.succeededFuture() : endLeases(nowMs));
    }

    private static Future<Integer> endSome(SqlConnection connection, long nowMs) {
        return connection.preparedQuery(LEASED).execute(Tuple.of(nowMs, nowMs)).compose(leased -> {
            TreeSet<Long> orders = new TreeSet<>();
            leased.forEach(row -> orders.add(row.getLong(0)));
            return END_LEASES.execute(connection, List.of(nowMs), orders).map(orders.size());
        });
    }

    /** Takes over so many at most, those that wait longest first. */
    public Future<List<DuePayment>> takeOver(int limit) {
        return leasesEnded.isComplete()
                ? InTransaction.lease(pool, connection -> takeOver(connection, limit))
                        .map(Objects::requireNonNull)
                        .recover(SqlFailure::explained)
                : Future.succeededFuture(List.of());
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
