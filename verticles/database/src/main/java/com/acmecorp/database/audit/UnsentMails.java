package com.acmecorp.database.audit;

import com.acmecorp.database.audit.Trouble.Kind;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Mails that were written, and that no mail server has taken for long. */
public record UnsentMails(Pool pool, Clock clock) {

    /** As many as are looked at. */
    public static final int MOST = 1_000;

    private static final String UNSENT = """
            SELECT order_id, template, kept_at_ms FROM (SELECT order_id, template, kept_at_ms
              FROM emails FORCE INDEX (emails_by_state) WHERE state = 'TO_SEND' ORDER BY order_id LIMIT 1000) m
            WHERE kept_at_ms <= ?""";

    private static final ManyKeys EVENTS = new ManyKeys(
            "SELECT event_key FROM events FORCE INDEX (PRIMARY) WHERE event_key IN", "");
    private static final ManyKeys DELIVERIES = new ManyKeys(
            "SELECT event_key FROM deliveries FORCE INDEX (PRIMARY) WHERE event_key IN", "");

    /** A mail, and the keys that the event which called for it may have. */
    private record Mail(long orderId, long sinceMs, long firstKey, long lastKey) {

        static Mail of(Row row) {
            OrderId order = new OrderId(row.getLong(0));
            EventType event = event(row.getString(1));
            long first = EventKey.of(order, event).value();
            long last = event == EventType.DELIVERY_BOOKED ? first + EventKey.MOST_CHANGES : first;
            return new Mail(order.value(), row.getLong(2), first, last);
        }

        private static EventType event(String template) {
            return switch (template) {
                case "order-received" -> EventType.ORDER_CREATED;
                case "ready-for-delivery" -> EventType.ORDER_DELIVERABLE;
                case "delivery-booked" -> EventType.DELIVERY_BOOKED;
                default -> EventType.ORDER_CANCELLED;
            };
        }

        LongStream keys() {
            return LongStream.rangeClosed(firstKey, lastKey);
        }

        /** The event mends it, unless a delivery of it is still tried, or was given up. */
        Trouble trouble(Set<Long> events, Set<Long> underWay) {
            @Nullable
            Long event = keys().anyMatch(underWay::contains)
                    ? null
                    : keys().filter(events::contains)
                            .boxed()
                            .max(Comparator.naturalOrder())
                            .orElse(null);
            return new Trouble(Kind.MAIL_UNSENT, orderId, event, sinceMs);
        }
    }

    /** Those that were written at least that many milliseconds ago, of the first thousand that aren't sent. */
    public Future<List<Trouble>> olderThan(long limitMs) {
        return pool.withConnection(connection -> connection
                .preparedQuery(UNSENT)
                .execute(Tuple.of(clock.millis() - limitMs))
                .compose(rows -> troubles(connection, rows)));
    }

    private static Future<List<Trouble>> troubles(SqlConnection connection, RowSet<Row> rows) {
        List<Mail> mails = new ArrayList<>();
        rows.forEach(row -> mails.add(Mail.of(row)));
        List<Long> keys = mails.stream().flatMapToLong(Mail::keys).boxed().toList();
        Future<List<Row>> events = EVENTS.execute(connection, keys);
        Future<List<Row>> deliveries = DELIVERIES.execute(connection, keys);
        return Future.all(events, deliveries).map(read -> {
            Set<Long> written = keys(events.result());
            Set<Long> underWay = keys(deliveries.result());
            return mails.stream().map(mail -> mail.trouble(written, underWay)).toList();
        });
    }

    private static Set<Long> keys(List<Row> rows) {
        return rows.stream().map(row -> row.getLong(0)).collect(Collectors.toSet());
    }
}
