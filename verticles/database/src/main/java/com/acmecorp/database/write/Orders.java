package com.acmecorp.database.write;

import com.acmecorp.database.order.Contact;
import com.acmecorp.database.order.Order;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.database.sql.OrderRows;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The orders of a unit of work. */
final class Orders implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT " + OrderRows.COLUMNS + " FROM orders FORCE INDEX (PRIMARY) WHERE order_id IN",
            "FOR UPDATE");

    /** A new order's facts and progress are inserted; of one that is there, only the progress is written. */
    private static final ManyRows SAVE = new ManyRows(
            "INSERT INTO orders (" + OrderRows.COLUMNS + ") VALUES", OrderRows.COLUMN_COUNT, """
                    ON DUPLICATE KEY UPDATE status = VALUES(status), stocked_at_ms = VALUES(stocked_at_ms),
                    delivery_time_ms = VALUES(delivery_time_ms), delivery_revision = VALUES(delivery_revision),
                    delivery_booked_at_ms = VALUES(delivery_booked_at_ms),
                    cancelled_at_ms = VALUES(cancelled_at_ms), goods_awaited_at_ms = VALUES(goods_awaited_at_ms)""");

    /** What only operators change. */
    private static final String CORRECT = """
            UPDATE orders SET name = ?, email = ?, phone = ?, street = ?, city = ?, state = ?, postal_code = ?, language = ?,
            contact_corrections = ?, link_generation = ? WHERE order_id = ?""";

    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<OrderId, Order> orders = new HashMap<>();
    private final TreeMap<OrderId, Order> changed = new TreeMap<>();
    private final TreeMap<OrderId, Tuple> corrected = new TreeMap<>();

    void need(OrderId id) {
        needed.add(id.value());
    }

    SortedSet<Long> needed() {
        return needed;
    }

    @Nullable
    Order find(OrderId id) {
        return orders.get(id);
    }

    /**
     * The order.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when there is none
     */
    Order require(OrderId id) {
        Order order = orders.get(id);
        if (order == null) {
            throw Problem.ofField(Kind.NOT_FOUND, "orderId", "There is no order " + id + ".")
                    .asException();
        }
        return order;
    }

    /** Keeps the order as it is now, if that is a change. */
    void save(Order order) {
        if (!order.equals(orders.put(order.id(), order))) {
            changed.put(order.id(), order);
        }
    }

    /** Keeps what operators changed of an order, besides its progress. */
    void saveCorrections(Order order) {
        Contact contact = order.facts().contact();
        corrected.put(
                order.id(),
                Tuple.tuple()
                        .addString(contact.name())
                        .addString(contact.email())
                        .addString(contact.phone())
                        .addString(contact.street())
                        .addString(contact.city())
                        .addString(contact.state())
                        .addString(contact.postalCode())
                        .addString(contact.language())
                        .addInteger(order.facts().corrections().contact())
                        .addInteger(order.facts().corrections().links())
                        .addLong(order.id().value()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.stream().map(OrderRows::order).forEach(order -> orders.put(order.id(), order));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        Future<?> saved = SAVE.execute(
                connection, changed.values().stream().map(OrderRows::row).toList());
        return corrected.isEmpty() ? saved : Future.all(saved, correct(connection));
    }

    private Future<?> correct(SqlConnection connection) {
        return connection.preparedQuery(CORRECT).executeBatch(List.copyOf(corrected.values()));
    }
}
