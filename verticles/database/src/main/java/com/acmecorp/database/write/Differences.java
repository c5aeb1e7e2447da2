package com.acmecorp.database.write;

import com.acmecorp.database.party.Difference;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How parties' books differ from ours, in a unit of work. */
final class Differences implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT order_id FROM party_differences FORCE INDEX (PRIMARY) WHERE party = ? AND order_id IN",
            "FOR UPDATE");
    private static final ManyRows NOTE = new ManyRows(
            "INSERT INTO party_differences (party, order_id, ours, theirs, advice, first_seen_at_ms, last_seen_at_ms)"
                    + " VALUES",
            7,
            """
                    ON DUPLICATE KEY UPDATE ours = VALUES(ours), theirs = VALUES(theirs), advice = VALUES(advice),
                    last_seen_at_ms = VALUES(last_seen_at_ms)""");
    private static final ManyKeys END = new ManyKeys(
            "DELETE d FROM party_differences AS d FORCE INDEX (PRIMARY) WHERE d.party = ? AND d.order_id IN",
            "");

    private final Instant now;
    private final TreeSet<Long> goodsNeeded = new TreeSet<>();
    private final Set<OrderId> goods = new HashSet<>();
    private final TreeMap<String, TreeMap<Long, Tuple>> noted = new TreeMap<>();
    private final TreeMap<String, TreeSet<Long>> ended = new TreeMap<>();

    Differences(Instant now) {
        this.now = now;
    }

    /** Whether goods of that order are to go back. */
    void needGoods(OrderId order) {
        goodsNeeded.add(order.value());
    }

    boolean hasGoods(OrderId order) {
        return goods.contains(order);
    }

    void note(Difference difference) {
        Tuple row = Tuple.tuple()
                .addString(difference.party())
                .addLong(difference.order().value())
                .addString(difference.ours())
                .addString(difference.theirs())
                .addString(difference.advice())
                .addLong(now.toEpochMilli())
                .addLong(now.toEpochMilli());
        noted.computeIfAbsent(difference.party(), first -> new TreeMap<>())
                .put(difference.order().value(), row);
    }

    void end(String party, OrderId order) {
        ended.computeIfAbsent(party, first -> new TreeSet<>()).add(order.value());
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, List.of(Difference.GOODS), goodsNeeded)
                .map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> goods.add(new OrderId(row.getLong(0))));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        List<Tuple> rows = noted.values().stream()
                .flatMap(party -> party.values().stream())
                .toList();
        List<Future<?>> written = new ArrayList<>(List.of(NOTE.execute(connection, rows)));
        ended.forEach(
                (party, orders) -> written.add(END.execute(connection, List.of(party), orders)));
        return Future.all(written);
    }
}
