package com.acmecorp.database.census;

import com.acmecorp.database.census.Trouble.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;

/** Mails that were written, and that no mail server has taken for long. */
public record UnsentMails(Pool pool, Clock clock) {

    /** Their events mend it, unless a delivery of the mail is still tried, or was given up. A thousand are looked at. */
    private static final String UNSENT = """
            SELECT m.order_id, m.kept_at_ms, EXISTS (SELECT 1 FROM deliveries d
                WHERE d.event_key >= m.order_id * 16 AND d.event_key < (m.order_id + 1) * 16),
              (SELECT MAX(e.event_key) FROM events e
                WHERE e.event_key >= m.order_id * 16 + m.slot AND e.event_key <= m.order_id * 16 + m.last_slot)
            FROM (SELECT order_id, kept_at_ms,
                CASE template WHEN 'order-received' THEN 0 WHEN 'ready-for-delivery' THEN 3 WHEN 'delivery-booked' THEN 4
                  ELSE 15 END AS slot,
                CASE template WHEN 'order-received' THEN 0 WHEN 'ready-for-delivery' THEN 3 WHEN 'delivery-booked' THEN 14
                  ELSE 15 END AS last_slot
              FROM emails FORCE INDEX (emails_by_state) WHERE state = 'TO_SEND' ORDER BY order_id LIMIT 1000) m
            WHERE m.kept_at_ms <= ?""";

    /** Those that were written at least that many milliseconds ago. */
    public Future<List<Trouble>> olderThan(long limitMs) {
        return pool.preparedQuery(UNSENT)
                .execute(Tuple.of(clock.millis() - limitMs))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(UnsentMails::trouble)
                        .toList());
    }

    private static Trouble trouble(Row row) {
        boolean underWay = row.getInteger(2) == 1;
        return new Trouble(
                Kind.MAIL_UNSENT, row.getLong(0), underWay ? null : row.getLong(3), row.getLong(1));
    }
}
