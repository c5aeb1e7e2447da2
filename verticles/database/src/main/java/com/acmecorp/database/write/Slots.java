package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.DeliveryTime;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The delivery slots' booked places in a unit of work. */
final class Slots implements Part {

    /** A slot must have a row before it can be locked: without the lock two nodes could give away the last place. */
    private static final ManyRows ENSURE = new ManyRows(
            "INSERT INTO delivery_slots (slot_ms, booked) VALUES",
            2,
            "ON DUPLICATE KEY UPDATE slot_ms = slot_ms");

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT slot_ms, booked FROM delivery_slots FORCE INDEX (PRIMARY) WHERE slot_ms IN",
            "FOR UPDATE");
    private static final ManyRows CHANGE = new ManyRows(
            "INSERT INTO delivery_slots (slot_ms, booked) VALUES",
            2,
            "ON DUPLICATE KEY UPDATE booked = booked + VALUES(booked)");

    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<Long, Integer> booked = new HashMap<>();
    private final TreeMap<Long, Integer> changes = new TreeMap<>();

    void need(DeliveryTime slot) {
        needed.add(slot.epochMs());
    }

    int booked(DeliveryTime slot) {
        return booked.getOrDefault(slot.epochMs(), 0);
    }

    void take(DeliveryTime slot) {
        change(slot, 1);
    }

    /** The slot need not have been read: one place less is one less, whatever their number. */
    void giveBack(DeliveryTime slot) {
        change(slot, -1);
    }

    private void change(DeliveryTime slot, int places) {
        booked.merge(slot.epochMs(), places, Integer::sum);
        changes.merge(slot.epochMs(), places, Integer::sum);
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        List<Tuple> rows = needed.stream().map(slot -> Tuple.of(slot, 0)).toList();
        return Future.all(
                ENSURE.execute(connection, rows),
                SELECT.execute(connection, needed).map(this::keep));
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> booked.put(row.getLong(0), row.getInteger(1)));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return CHANGE.execute(
                connection,
                changes.entrySet().stream()
                        .map(slot -> Tuple.of(slot.getKey(), slot.getValue()))
                        .toList());
    }
}
