package com.acmecorp.database.read;

import com.acmecorp.database.sql.OrderRows;
import com.acmecorp.database.sql.Rows;
import com.acmecorp.database.write.EmailKey;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.List;
import java.util.Optional;

/** What is to be known for helping a customer: contact data, mails that were asked for, what operators did. */
public final class CareReads {

    private static final String ORDER =
            "SELECT " + OrderRows.COLUMNS + " FROM orders WHERE order_id = ?";
    private static final String CREATED = "SELECT detail FROM events WHERE event_key = ?";
    private static final String GENERATION =
            "SELECT link_generation FROM orders WHERE order_id = ?";

    /** The index has all of it: mails that wait for a mail server may be many, those that were asked for are few. */
    private static final String ASKED_MAILS = """
            SELECT order_id, template, revision FROM emails FORCE INDEX (emails_by_state)
            WHERE state = 'TO_SEND' AND order_id > ? AND (template = 'order-links' OR template LIKE '%-again')
            ORDER BY order_id LIMIT ?""";

    private static final String ACTIONS = """
            SELECT action_number, action, operator, reason, state_before, state_after, acted_at_ms FROM operator_actions
            WHERE order_id = ? ORDER BY action_number LIMIT 1000""";

    private final Rows rows;

    public CareReads(Pool pool) {
        this.rows = new Rows(pool);
    }

    /** To whom the order's mails go; of an order that isn't placed yet, its first event tells. */
    public Future<Optional<OrderContact>> contact(OrderId id) {
        return rows.select(
                        ORDER,
                        Tuple.of(id.value()),
                        row -> OrderContact.of(OrderRows.order(row).facts()))
                .compose(found ->
                        found.isEmpty() ? accepted(id) : Future.succeededFuture(first(found)));
    }

    private Future<Optional<OrderContact>> accepted(OrderId id) {
        Tuple key = Tuple.of(EventKey.of(id, EventType.ORDER_CREATED).value());
        return rows.select(CREATED, key, CareReads::created).map(CareReads::first);
    }

    private static OrderContact created(Row row) {
        return OrderContact.of(EventJson.read(row.getString(0), OrderCreated.class));
    }

    /** Which of the order's links are good; 0 for an order that isn't placed. */
    public Future<Integer> linkGeneration(OrderId id) {
        return rows.select(GENERATION, Tuple.of(id.value()), row -> row.getInteger(0))
                .map(found -> first(found).orElse(0));
    }

    /** Mails that were asked for and not sent yet, of orders with greater numbers than that, the smallest first. */
    public Future<List<EmailKey>> askedMails(long after, int limit) {
        return rows.select(
                ASKED_MAILS,
                Tuple.of(after, limit),
                row -> new EmailKey(
                        new OrderId(row.getLong(0)), row.getString(1), row.getString(2)));
    }

    /** What operators did to the order, oldest first. */
    public Future<List<OperatorAction>> actions(OrderId id) {
        return rows.select(
                ACTIONS,
                Tuple.of(id.value()),
                row -> new OperatorAction(
                        row.getInteger(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)));
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.stream().findFirst();
    }
}
