package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The payments of a unit of work. */
final class Payments implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT order_id, provider, reference, amount, currency FROM payments FORCE INDEX (PRIMARY)"
                    + " WHERE order_id IN",
            "");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO payments (order_id, provider, reference, amount, currency) VALUES", 5, "");

    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<OrderId, Payment> payments = new HashMap<>();
    private final TreeMap<OrderId, Tuple> added = new TreeMap<>();

    void need(OrderId order) {
        needed.add(order.value());
    }

    /** How the order was paid; null where it is invoiced. */
    @Nullable
    Payment find(OrderId order) {
        return payments.get(order);
    }

    void record(OrderId order, Payment payment) {
        Money amount = payment.amount();
        payments.put(order, payment);
        added.put(
                order,
                Tuple.of(
                        order.value(),
                        payment.provider(),
                        payment.reference(),
                        amount.minorUnits(),
                        amount.currency().getCurrencyCode()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> payments.put(new OrderId(row.getLong(0)), Payment.of(row)));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return INSERT.execute(connection, added.values().stream().toList());
    }
}
