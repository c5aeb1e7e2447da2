package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What operators do in a unit of work, written beside the change. An order's row is locked by whoever acts on it, so its
 * actions have numbers without gaps.
 */
final class OperatorActions implements Part {

    /** Whoever asks again within it, for the same reason, presses a button twice or asks after a lost answer. */
    private static final Duration REPEATED = Duration.ofMinutes(10);

    private static final ManyKeys SELECT = new ManyKeys("""
            SELECT order_id, action, operator, reason, acted_at_ms FROM operator_actions FORCE INDEX (PRIMARY)
            WHERE order_id IN""", "");
    private static final ManyRows INSERT = new ManyRows("""
            INSERT INTO operator_actions (order_id, action_number, action, operator, reason, state_before, state_after,
              acted_at_ms) VALUES""", 8, "");

    private final Instant now;
    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<OrderId, List<Done>> done = new HashMap<>();
    private final List<Tuple> added = new ArrayList<>();

    private record Done(String action, Operator by, Instant at) {}

    OperatorActions(Instant now) {
        this.now = now;
    }

    void need(OrderId order) {
        needed.add(order.value());
    }

    /** Whether the same operator did the same for the same reason just before. */
    boolean isRepeated(OrderId order, String action, Operator by) {
        Instant since = now.minus(REPEATED);
        return done.getOrDefault(order, List.of()).stream()
                .anyMatch(earlier -> earlier.action().equals(action)
                        && earlier.by().equals(by)
                        && earlier.at().isAfter(since));
    }

    /** Notes what an operator did to how far an order has come. */
    void add(String action, Operator by, Order before, Order after) {
        add(before.id(), action, by, state(before), state(after));
    }

    private static String state(Order order) {
        DeliveryTime booked = order.progress().deliveryTime();
        return order.progress().status() + (booked == null ? "" : ", delivery " + booked.instant());
    }

    /**
     * Notes an action.
     *
     * @param before what it found
     * @param after what it left
     */
    void add(OrderId order, String action, Operator by, String before, String after) {
        List<Done> all = done.computeIfAbsent(order, none -> new ArrayList<>());
        all.add(new Done(action, by, now));
        added.add(Tuple.of(
                order.value(),
                all.size(),
                action,
                by.name(),
                by.reason(),
                before,
                after,
                now.toEpochMilli()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        for (Row row : rows) {
            done.computeIfAbsent(new OrderId(row.getLong(0)), none -> new ArrayList<>())
                    .add(new Done(
                            row.getString(1),
                            new Operator(row.getString(2), row.getString(3)),
                            Instant.ofEpochMilli(row.getLong(4))));
        }
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return INSERT.execute(connection, added);
    }
}
