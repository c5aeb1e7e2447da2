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

    private JournalRows() {}

    /** Reads events by key. */
    static Future<Map<EventKey, EventEnvelope>> load(
            SqlConnection connection, Collection<Long> keys) {
        return SELECT.execute(connection, keys).map(JournalRows::envelopes);
    }

    private static Map<EventKey, EventEnvelope> envelopes(List<Row> rows) {
        Map<EventKey, EventEnvelope> envelopes = new TreeMap<>();
        for (Row row : rows) {
            OrderEvent event = EventJson.read(
                    row.getString(2), EventType.named(row.getString(1)).record());
            envelopes.put(new EventKey(row.getLong(0)), EventEnvelope.of(event));
        }
        return envelopes;
    }
}
