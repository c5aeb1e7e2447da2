package com.acmecorp.app.torture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a system may have very much of. The rows are copies of those that one order left, a test that is invoiced, under
 * numbers that the system gives to no order.
 */
public enum LargeTable {
    /** Orders that were accepted an hour ago, and of which nobody was told. All of them are still to be placed. */
    OVERDUE_EVENTS {
        @Override
        List<String> fill(String range) {
            return List.of(events("slot = 0", range, IS_OVERDUE));
        }
    },
    /** Orders that were accepted, and whose placing was given up. */
    DEAD_LETTERS {
        @Override
        List<String> fill(String range) {
            return List.of(
                    events("slot = 0", range, "NULL"), """
                    INSERT INTO deliveries (event_key, target, attempts, next_attempt_at_ms, last_error, event_id,
                      cause_id, died_at_ms)
                    SELECT seq * 16, 'order.place-order', 10, NULL, 'generated', %s,
                      LEFT(SHA2('order.place-order generated', 256), 16), UNIX_TIMESTAMP() * 1000 - seq
                    FROM %s""".formatted(eventId("seq * 16"), range));
        }
    },
    /** Orders whose goods are there, and whose customers haven't chosen a delivery time yet. */
    OPEN_ORDERS {
        @Override
        List<String> fill(String range) {
            return List.of(
                    events("slot <= 3", range, "NULL"),
                    copies("orders", range),
                    copies("ledger", range),
                    copies("ledger_lines", range),
                    copies("emails", range));
        }
    };

    private static final String IS_OVERDUE = "UNIX_TIMESTAMP() * 1000 - 3600000 + seq DIV 1000";

    /** All tables with rows of orders. */
    private static final List<String> OF_ORDERS = List.of(
            "orders",
            "ledger",
            "ledger_lines",
            "emails",
            "payments",
            "refunds",
            "delivery_reservations",
            "unpaid_bookings");

    /** Statements that write the rows of some orders; one for each table. */
    abstract List<String> fill(String range);

    /**
     * The template's rows in temporary tables, without its number and as they were before its delivery was booked: by
     * name {@code t_} and their table's.
     */
    static List<String> templates(long order) {
        return List.of(
                """
                CREATE TEMPORARY TABLE t_events AS
                SELECT event_key MOD 16 AS slot, type, detail FROM events WHERE event_key DIV 16 = %d""".formatted(order),
                "CREATE TEMPORARY TABLE t_orders AS SELECT * FROM orders WHERE order_id = " + order,
                """
                UPDATE t_orders SET status = 'STOCKED', test_id = 0, delivery_time_ms = NULL,
                  delivery_revision = 0, delivery_booked_at_ms = NULL""",
                template("ledger", order, ""),
                template("ledger_lines", order, ""),
                template("emails", order, " AND template <> 'delivery-booked'"),
                "ALTER TABLE t_orders DROP COLUMN order_id",
                "ALTER TABLE t_ledger DROP COLUMN order_id",
                "ALTER TABLE t_ledger_lines DROP COLUMN order_id",
                "ALTER TABLE t_emails DROP COLUMN order_id");
    }

    private static String template(String table, long order, String which) {
        return "CREATE TEMPORARY TABLE t_%1$s AS SELECT * FROM %1$s WHERE order_id = %2$d%3$s"
                .formatted(table, order, which);
    }

    /** Statements that delete whatever these orders have by now. */
    static List<String> delete(long first, long last) {
        return Stream.concat(
                        OF_ORDERS.stream()
                                .map(table -> "DELETE FROM %s WHERE order_id BETWEEN %d AND %d"
                                        .formatted(table, first, last)),
                        Stream.of("events", "deliveries")
                                .map(table ->
                                        "DELETE FROM %s WHERE event_key BETWEEN %d * 16 AND %d * 16 + 15"
                                                .formatted(table, first, last)))
                .toList();
    }

    /** Copies of some of the template's events, an hour old. */
    private static String events(String which, String range, String dispatchAtMs) {
        return """
                INSERT INTO events (event_key, type, detail, occurred_at_ms, dispatch_at_ms)
                SELECT seq * 16 + slot, type,
                  JSON_SET(detail, '$.orderId', seq, '$.metadata.eventId', %s),
                  UNIX_TIMESTAMP() * 1000 - 3600000 + slot, %s
                FROM %s JOIN t_events WHERE %s""".formatted(eventId("seq * 16 + slot"), dispatchAtMs, range, which);
    }

    /** The number of its order is the first column of each of these tables. */
    private static String copies(String table, String range) {
        return "INSERT INTO %1$s SELECT seq, t_%1$s.* FROM %2$s JOIN t_%1$s"
                .formatted(table, range);
    }

    /** As the system computes it from an event's key: a UUID of version 5. */
    private static String eventId(String key) {
        String hash =
                "SHA1(CONCAT(UNHEX('6f1d1c526a0e5c119a542f6c0f0e2a01'), UNHEX(LPAD(HEX(%s), 16, '0'))))"
                        .formatted(key);
        return """
                CONCAT_WS('-', LEFT(%1$s, 8), SUBSTR(%1$s, 9, 4), CONCAT('5', SUBSTR(%1$s, 14, 3)),
                  CONCAT(SUBSTR('89ab89ab89ab89ab', 1 + CONV(SUBSTR(%1$s, 17, 1), 16, 10), 1), SUBSTR(%1$s, 18, 3)),
                  SUBSTR(%1$s, 21, 12))""".formatted(hash);
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
