package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The books of a unit of work: one sale per order. */
final class Ledger implements Part {

    private static final String SALE = "SALE";
    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT order_id FROM ledger FORCE INDEX (PRIMARY) WHERE order_id IN",
            "AND entry = '" + SALE + "'");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO ledger (order_id, entry, amount_cents, booked_at_ms) VALUES", 4, "");

    private final TreeSet<Long> needed = new TreeSet<>();
    private final Set<OrderId> sold = new HashSet<>();
    private final TreeMap<OrderId, Tuple> added = new TreeMap<>();

    void needSale(OrderId order) {
        needed.add(order.value());
    }

    boolean hasSale(OrderId order) {
        return sold.contains(order);
    }

    void enterSale(OrderId order, UsdCents amount, Instant now) {
        sold.add(order);
        added.put(order, Tuple.of(order.value(), SALE, amount.value(), now.toEpochMilli()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> sold.add(new OrderId(row.getLong(0))));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return INSERT.execute(connection, added.values().stream().toList());
    }
}
