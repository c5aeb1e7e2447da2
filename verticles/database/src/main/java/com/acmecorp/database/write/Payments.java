package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.TreeMap;

/** The payments of a unit of work. */
final class Payments implements Part {

    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO payments (order_id, provider, reference, amount, currency) VALUES", 5, "");

    private final TreeMap<OrderId, Tuple> rows = new TreeMap<>();

    void record(OrderId order, Payment payment) {
        Money amount = payment.amount();
        rows.put(
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
        return Future.succeededFuture();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return INSERT.execute(connection, rows.values().stream().toList());
    }
}
