package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The refunds of a unit of work. */
final class Refunds implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT " + Refund.COLUMNS + " FROM refunds FORCE INDEX (PRIMARY) WHERE order_id IN",
            "FOR UPDATE");
    private static final ManyRows SAVE = new ManyRows(
            "INSERT INTO refunds (" + Refund.COLUMNS + ") VALUES", Refund.COLUMN_COUNT, """
                    ON DUPLICATE KEY UPDATE state = VALUES(state), refusal = VALUES(refusal), by_hand = VALUES(by_hand),
                    attempts = VALUES(attempts), asked_at_ms = VALUES(asked_at_ms), ended_at_ms = VALUES(ended_at_ms)""");

    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<OrderId, Refund> refunds = new HashMap<>();
    private final TreeMap<OrderId, Refund> changed = new TreeMap<>();

    void need(OrderId order) {
        needed.add(order.value());
    }

    /** Null where nothing is to go back, or an order was cancelled before refunds were kept. */
    @Nullable
    Refund find(OrderId order) {
        return refunds.get(order);
    }

    /**
     * The refund.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when there is none
     */
    Refund require(OrderId order) {
        Refund refund = refunds.get(order);
        if (refund == null) {
            throw Problem.ofField(
                            Kind.NOT_FOUND, "orderId", "There is no refund of order " + order + ".")
                    .asException();
        }
        return refund;
    }

    void save(Refund refund) {
        refunds.put(refund.order(), refund);
        changed.put(refund.order(), refund);
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.stream().map(Refund::of).forEach(refund -> refunds.put(refund.order(), refund));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return SAVE.execute(
                connection, changed.values().stream().map(Refund::row).toList());
    }
}
