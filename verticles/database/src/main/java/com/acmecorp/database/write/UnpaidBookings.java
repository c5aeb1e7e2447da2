package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The deliveries to come of buyers who haven't paid, in a unit of work. An order counts from its claim on, before the
 * partner is asked. Two claims of one buyer may be decided at the same time by transactions that don't see each other;
 * their bookings come later, see both, and are refused.
 */
final class UnpaidBookings implements Part {

    private static final ManyKeys SELECT = new ManyKeys("""
            SELECT u.buyer, u.order_id FROM unpaid_bookings AS u JOIN orders AS o ON o.order_id = u.order_id
            LEFT JOIN delivery_reservations AS r ON r.order_id = u.order_id
            WHERE (o.delivery_time_ms > ? OR r.due_at_ms IS NOT NULL) AND u.buyer IN""", "");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO unpaid_bookings (buyer, order_id) VALUES",
            2,
            "ON DUPLICATE KEY UPDATE order_id = VALUES(order_id)");

    private final Instant now;
    private final TreeSet<String> needed = new TreeSet<>();
    private final Map<String, Set<Long>> held = new HashMap<>();
    private final TreeMap<String, TreeSet<Long>> added = new TreeMap<>();

    UnpaidBookings(Instant now) {
        this.now = now;
    }

    void need(Collection<String> buyers) {
        needed.addAll(buyers);
    }

    /** For how many orders besides this one the buyer has a delivery to come, or is about to. */
    long besides(OrderId order, String buyer) {
        return held.getOrDefault(buyer, Set.of()).stream()
                .filter(other -> other != order.value())
                .count();
    }

    void add(OrderId order, String buyer) {
        if (held.computeIfAbsent(buyer, none -> new TreeSet<>()).add(order.value())) {
            added.computeIfAbsent(buyer, none -> new TreeSet<>()).add(order.value());
        }
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, List.of(now.toEpochMilli()), needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> held.computeIfAbsent(row.getString(0), none -> new TreeSet<>())
                .add(row.getLong(1)));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return INSERT.execute(
                connection,
                added.entrySet().stream()
                        .flatMap(buyer -> buyer.getValue().stream()
                                .map(order -> Tuple.of(buyer.getKey(), order)))
                        .toList());
    }
}
