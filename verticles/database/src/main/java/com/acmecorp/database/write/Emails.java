package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The e-mails of a unit of work. */
final class Emails implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT order_id, template, revision, state FROM emails FORCE INDEX (PRIMARY) WHERE order_id IN",
            "");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO emails (order_id, template, revision, state, recipient, subject, text, kept_at_ms) VALUES",
            8,
            "");
    private static final String MARK_SENT =
            "UPDATE emails SET state = 'SENT', sent_at_ms = ? WHERE order_id = ? AND template = ? AND revision = ?";

    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<EmailKey, EmailState> states = new HashMap<>();
    private final TreeMap<EmailKey, Tuple> added = new TreeMap<>();
    private final TreeMap<EmailKey, Tuple> sent = new TreeMap<>();

    void need(EmailKey key) {
        needed.add(key.orderId().value());
    }

    @Nullable
    EmailState state(EmailKey key) {
        return states.get(key);
    }

    void add(EmailKey key, EmailState state, EmailText text, Instant now) {
        states.put(key, state);
        added.put(
                key,
                Tuple.tuple()
                        .addLong(key.orderId().value())
                        .addString(key.template())
                        .addString(key.revision())
                        .addString(state.name())
                        .addString(text.recipient())
                        .addString(text.subject())
                        .addString(text.text())
                        .addLong(now.toEpochMilli()));
    }

    void markSent(EmailKey key, Instant now) {
        states.put(key, EmailState.SENT);
        sent.put(
                key,
                Tuple.of(
                        now.toEpochMilli(), key.orderId().value(), key.template(), key.revision()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        for (Row row : rows) {
            EmailKey key =
                    new EmailKey(new OrderId(row.getLong(0)), row.getString(1), row.getString(2));
            states.put(key, EmailState.valueOf(row.getString(3)));
        }
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        Future<?> inserted = INSERT.execute(connection, added.values().stream().toList());
        return sent.isEmpty() ? inserted : Future.all(inserted, markSent(connection));
    }

    private Future<?> markSent(SqlConnection connection) {
        return connection.preparedQuery(MARK_SENT).executeBatch(List.copyOf(sent.values()));
    }
}
