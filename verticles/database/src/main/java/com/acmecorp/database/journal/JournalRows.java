package com.acmecorp.database.journal;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderEvent;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events as rows of the table {@code events}. */
final class JournalRows {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT event_key, type, detail FROM events FORCE INDEX (PRIMARY) WHERE event_key IN",
            "");

    private static final ManyKeys END_LEASES = new ManyKeys("""
            UPDATE events FORCE INDEX (PRIMARY) SET dispatch_at_ms = ?
            WHERE dispatch_at_ms IS NOT NULL AND event_key IN""", "");

    private JournalRows() {}

    /**
     * Events that were read.
     *
     * @param unreadable why the others weren't, by key
     */
    record Loaded(Map<EventKey, EventEnvelope> events, Map<EventKey, String> unreadable) {}

    /** Reads events by key. */
    static Future<Loaded> load(SqlConnection connection, Collection<Long> keys) {
        return SELECT.execute(connection, keys).map(JournalRows::loaded);
    }

    /** Has events dispatched by whoever looks for overdue ones next; those that are settled stay so. */
    static Future<?> endLeases(SqlConnection connection, Collection<Long> keys, long nowMs) {
        return END_LEASES.execute(connection, List.of(nowMs), keys);
    }

    private static Loaded loaded(List<Row> rows) {
        Loaded loaded = new Loaded(new TreeMap<>(), new TreeMap<>());
        for (Row row : rows) {
            EventKey key = new EventKey(row.getLong(0));
            try {
                OrderEvent event = EventJson.read(
                        row.getString(2), EventType.named(row.getString(1)).record());
                loaded.events().put(key, EventEnvelope.of(event));
            } catch (IllegalArgumentException e) {
                loaded.unreadable().put(key, String.valueOf(e.getMessage()));
            }
        }
        return loaded;
    }
}
