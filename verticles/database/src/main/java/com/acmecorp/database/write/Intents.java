package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The payments under way in a unit of work. */
final class Intents implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT order_id, order_created, provider, amount, currency, idempotency_key, given_up"
                    + " FROM payment_intents FORCE INDEX (PRIMARY) WHERE order_id IN",
            "FOR UPDATE");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO payment_intents (order_id, order_created, provider, amount, currency, idempotency_key,"
                    + " given_up, attempts, opened_at_ms, due_at_ms) VALUES",
            10,
            "");
    private static final ManyKeys GIVE_UP = new ManyKeys(
            "UPDATE payment_intents FORCE INDEX (PRIMARY) SET given_up = TRUE, due_at_ms = ? WHERE order_id IN",
            "");
    private static final ManyKeys DELETE = new ManyKeys(
            "DELETE i FROM payment_intents AS i FORCE INDEX (PRIMARY) WHERE i.order_id IN", "");

    private final Instant now;
    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<OrderId, Intent> intents = new HashMap<>();
    private final TreeMap<OrderId, Tuple> opened = new TreeMap<>();
    private final TreeSet<Long> givenUp = new TreeSet<>();
    private final TreeSet<Long> ended = new TreeSet<>();

    Intents(Instant now) {
        this.now = now;
    }

    void need(OrderId order) {
        needed.add(order.value());
    }

    @Nullable
    Intent find(OrderId order) {
        return intents.get(order);
    }

    /** Keeps an intent; from that time on somebody must look after it. */
    void open(Intent intent, Instant dueAt) {
        OrderId order = intent.order().orderId();
        intents.put(order, intent);
        opened.put(
                order,
                Tuple.tuple()
                        .addLong(order.value())
                        .addString(EventJson.write(intent.order()))
                        .addString(intent.provider())
                        .addLong(intent.amount().minorUnits())
                        .addString(intent.amount().currency().getCurrencyCode())
                        .addString(intent.idempotencyKey())
                        .addBoolean(false)
                        .addInteger(0)
                        .addLong(now.toEpochMilli())
                        .addLong(dueAt.toEpochMilli()));
    }

    /** Its money must go back, and that at once. */
    void giveUp(OrderId order) {
        intents.computeIfPresent(order, (id, intent) -> intent.giveUp());
        givenUp.add(order.value());
    }

    /** Forgets it: the order is accepted, or nothing is left of its payment. */
    void end(OrderId order) {
        intents.remove(order);
        ended.add(order.value());
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> intents.put(new OrderId(row.getLong(0)), intent(row)));
        return rows.size();
    }

    private static Intent intent(Row row) {
        return new Intent(
                EventJson.read(row.getString(1), OrderCreated.class),
                row.getString(2),
                new Money(row.getLong(3), Currency.getInstance(row.getString(4))),
                row.getString(5),
                row.getBoolean(6));
    }

    /** In the order in which they can follow each other within one unit of work. */
    @Override
    public Future<?> flush(SqlConnection connection) {
        return Future.all(
                INSERT.execute(connection, opened.values().stream().toList()),
                GIVE_UP.execute(connection, List.of(now.toEpochMilli()), givenUp),
                DELETE.execute(connection, ended));
    }
}
