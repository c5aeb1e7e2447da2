package com.acmecorp.database.audit;

import com.acmecorp.database.audit.Trouble.Kind;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the mails and sales that are missing, though all who should write them acknowledged the event.
 *
 * @param beforeMs of events until then: what is younger may still be on its way outside of the journal
 */
record EffectReads(long beforeMs) {

    /** Of the events that call for a mail, and the mails that were written, those without a counterpart. */
    private static final String MAILS_MISSING = """
            SELECT e.event_key, e.occurred_at_ms
            FROM (SELECT MAX(event_key) AS event_key
              FROM (SELECT event_key, event_key DIV 16 AS order_id,
                    CASE event_key MOD 16 WHEN 15 THEN 5 ELSE LEAST(event_key MOD 16, 4) END AS slot, 1 AS due
                  FROM events FORCE INDEX (events_by_dispatch)
                  WHERE dispatch_at_ms IS NULL AND event_key >= ? AND event_key < ?
                    AND (event_key MOD 16 = 0 OR event_key MOD 16 >= 3)
                UNION ALL SELECT NULL, order_id, CASE template
                    WHEN 'order-received' THEN 0 WHEN 'ready-for-delivery' THEN 3 WHEN 'delivery-booked' THEN 4
                    WHEN 'order-cancelled' THEN 5 END, -1
                  FROM emails FORCE INDEX (emails_by_state)
                  WHERE state IN ('KEPT', 'SENT', 'TO_SEND') AND order_id >= ? AND order_id < ?) mails
              GROUP BY order_id, slot HAVING SUM(due) > 0) missing
            JOIN events e ON e.event_key = missing.event_key
            WHERE e.occurred_at_ms <= ? AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event_key = e.event_key)""";

    private static final String SALES_WRONG = """
            SELECT o.order_id, o.placed_at_ms, l.order_id IS NULL
            FROM orders o FORCE INDEX (PRIMARY)
            LEFT JOIN ledger l ON l.order_id = o.order_id AND l.entry = 'SALE'
            WHERE o.order_id >= ? AND o.order_id < ? AND (l.order_id IS NULL OR l.amount_cents <> o.total_price_cents)
              AND o.placed_at_ms <= ?
              AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.event_key = o.order_id * 16 + 1)
              AND NOT EXISTS (SELECT 1 FROM events e
                WHERE e.event_key = o.order_id * 16 + 1 AND e.dispatch_at_ms IS NOT NULL)""";

    /** All that is missing in a range. */
    Future<List<Trouble>> read(SqlConnection connection, Range range) {
        Tuple mailValues = range.addOrders(range.keys()).addLong(beforeMs);
        Tuple saleValues = range.orders().addLong(beforeMs);
        List<Trouble> found = new ArrayList<>();
        return Future.all(
                        connection
                                .preparedQuery(MAILS_MISSING)
                                .execute(mailValues)
                                .onSuccess(rows -> rows.forEach(row -> found.add(mail(row)))),
                        connection
                                .preparedQuery(SALES_WRONG)
                                .execute(saleValues)
                                .onSuccess(rows -> rows.forEach(row -> found.add(sale(row)))))
                .map(found);
    }

    private static Trouble mail(Row row) {
        return Trouble.mendedBy(new EventKey(row.getLong(0)), Kind.MAIL_MISSING, row.getLong(1));
    }

    private static Trouble sale(Row row) {
        OrderId order = new OrderId(row.getLong(0));
        boolean missing = row.getInteger(2) == 1;
        return missing
                ? Trouble.mendedBy(
                        EventKey.of(order, EventType.ORDER_PLACED),
                        Kind.SALE_MISSING,
                        row.getLong(1))
                : Trouble.unmendable(order.value(), Kind.SALE_DIFFERS, row.getLong(1));
    }
}
