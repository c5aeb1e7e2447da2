package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.OrderEvent;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The journal's rows of a unit of work: events that are written, and events that every target now has. */
final class Events implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT event_key FROM events FORCE INDEX (PRIMARY) WHERE event_key IN", "");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO events (event_key, type, detail, occurred_at_ms, dispatch_at_ms) VALUES",
            5,
            "");
    private static final ManyKeys FREE = new ManyKeys(
            "UPDATE events FORCE INDEX (PRIMARY) SET dispatch_at_ms = NULL WHERE event_key IN", "");

    /** It is due at once, so that a sweeper takes it over. */
    private static final ManyKeys DISPATCH_AGAIN = new ManyKeys("""
            UPDATE events FORCE INDEX (PRIMARY) SET dispatch_at_ms = ? WHERE dispatch_at_ms IS NULL AND event_key IN""", "");

    private final Instant now;
    private final Instant ownedUntil;
    private final TreeSet<Long> needed = new TreeSet<>();
    private final Set<Long> present = new HashSet<>();
    private final TreeMap<EventKey, OrderEvent> emitted = new TreeMap<>();
    private final TreeSet<Long> settled = new TreeSet<>();
    private final TreeSet<Long> dispatchedAgain = new TreeSet<>();

    Events(Instant now, Instant ownedUntil) {
        this.now = now;
        this.ownedUntil = ownedUntil;
    }

    void need(EventKey key) {
        needed.add(key.value());
    }

    boolean has(EventKey key) {
        return present.contains(key.value());
    }

    /** Writes an event; it is published after the commit. */
    void emit(EventKey key, OrderEvent event) {
        present.add(key.value());
        emitted.put(key, event);
    }

    /** Nothing of the event is left to dispatch. */
    void settle(EventKey key) {
        settled.add(key.value());
    }

    /** All targets get the event once more. */
    void dispatchAgain(EventKey key) {
        dispatchedAgain.add(key.value());
    }

    /** The events that the commit brings into the world. */
    Map<EventKey, EventEnvelope> emitted() {
        Map<EventKey, EventEnvelope> envelopes = new TreeMap<>();
        emitted.forEach((key, event) -> envelopes.put(key, EventEnvelope.of(event)));
        return envelopes;
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> present.add(row.getLong(0)));
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return Future.all(
                INSERT.execute(
                        connection, emitted.entrySet().stream().map(this::row).toList()),
                FREE.execute(connection, settled),
                DISPATCH_AGAIN.execute(connection, List.of(now.toEpochMilli()), dispatchedAgain));
    }

    private Tuple row(Map.Entry<EventKey, OrderEvent> entry) {
        OrderEvent event = entry.getValue();
        return Tuple.of(
                entry.getKey().value(),
                event.type().wireName(),
                EventJson.write(event),
                event.metadata().occurredAt().toEpochMilli(),
                ownedUntil.toEpochMilli());
    }
}
