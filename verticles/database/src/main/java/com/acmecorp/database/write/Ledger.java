package com.acmecorp.database.write;

import com.acmecorp.database.ledger.Entry;
import com.acmecorp.database.ledger.Entry.Kind;
import com.acmecorp.database.ledger.Line;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.OrderId;

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

/** The books of a unit of work. They are only ever added to, and each order has each kind of entry once. */
final class Ledger implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT order_id, entry FROM ledger FORCE INDEX (PRIMARY) WHERE order_id IN", "");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO ledger (order_id, entry, amount_cents, invoice_number, booked_at_ms) VALUES",
            5,
            "");
    private static final ManyRows INSERT_LINES = new ManyRows(
            "INSERT INTO ledger_lines (order_id, entry, account, amount, currency) VALUES", 5, "");

    private final TreeSet<Long> needed = new TreeSet<>();
    private final Set<Key> entered = new HashSet<>();
    private final TreeMap<Key, Tuple> entries = new TreeMap<>();
    private final TreeMap<String, Tuple> lines = new TreeMap<>();

    private record Key(OrderId order, Kind kind) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byOrder = order.compareTo(other.order);
            return byOrder == 0 ? kind.compareTo(other.kind) : byOrder;
        }
    }

    void need(OrderId order) {
        needed.add(order.value());
    }

    boolean has(OrderId order, Kind kind) {
        return entered.contains(new Key(order, kind));
    }

    void enter(Entry entry, Instant now) {
        Key key = new Key(entry.order(), entry.kind());
        entered.add(key);
        entries.put(
                key,
                Tuple.of(
                        entry.order().value(),
                        entry.kind().name(),
                        entry.total().value(),
                        entry.invoiceNumber(),
                        now.toEpochMilli()));
        entry.lines().forEach(line -> enter(key, line));
    }

    private void enter(Key key, Line line) {
        lines.put(
                "%d %s %s".formatted(key.order().value(), key.kind(), line.account()),
                Tuple.of(
                        key.order().value(),
                        key.kind().name(),
                        line.account(),
                        line.amount(),
                        line.currency().getCurrencyCode()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row ->
                entered.add(new Key(new OrderId(row.getLong(0)), Kind.valueOf(row.getString(1)))));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return Future.all(
                INSERT.execute(connection, entries.values().stream().toList()),
                INSERT_LINES.execute(connection, lines.values().stream().toList()));
    }
}
