package com.acmecorp.database.audit;

import com.acmecorp.events.EventKey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads open orders, and finds how each stands.
 *
 * @param handlingMs how old an event may be while its handling may still be under way though the journal is done with it
 */
record OpenReads(long nowMs, long handlingMs) {

    /**
     * One row for each open order: its newest event, when that occurred, whether it is undispatched; the order's status,
     * whether it is a test; whether a delivery that moves it is tried again, or was given up; whether its goods come
     * later. Mails and books move none.
     * A row that the journal knows nothing of counts as one with an event that isn't there.
     */
    private static final String FACTS = """
             newest.event_key, e.occurred_at_ms, e.dispatch_at_ms IS NOT NULL, o.status, o.test_id > 0,
              EXISTS (SELECT 1 FROM deliveries d WHERE d.event_key = newest.event_key
                AND d.target NOT LIKE 'email.%' AND d.target NOT LIKE 'finance.%' AND d.next_attempt_at_ms IS NOT NULL),
              EXISTS (SELECT 1 FROM deliveries d WHERE d.event_key = newest.event_key
                AND d.target NOT LIKE 'email.%' AND d.target NOT LIKE 'finance.%' AND d.next_attempt_at_ms IS NULL),
              o.goods_awaited_at_ms IS NOT NULL
            FROM (SELECT MAX(event_key) AS event_key
              FROM (SELECT event_key FROM events FORCE INDEX""";

    private static final String OF_RANGE = """
             event_key >= ? AND event_key < ?
                UNION ALL SELECT order_id * 16 FROM orders FORCE INDEX (PRIMARY)
                  WHERE status NOT IN ('CANCELLED', 'DELIVERY_BOOKED') AND order_id >= ? AND order_id < ?) journal
              GROUP BY event_key DIV 16) newest
            LEFT JOIN orders o ON o.order_id = newest.event_key DIV 16
            LEFT JOIN events e ON e.event_key = newest.event_key
            WHERE o.order_id IS NULL OR o.status NOT IN ('CANCELLED', 'DELIVERY_BOOKED')""";

    private static final String OPEN_AT_REST =
            "SELECT" + FACTS + " (events_by_dispatch) WHERE dispatch_at_ms IS NULL AND" + OF_RANGE;

    private static final String OPEN = "SELECT" + FACTS + " (PRIMARY) WHERE" + OF_RANGE;

    /**
     * The open orders of each block that has any.
     *
     * @param moving whether any of the range's events may be undispatched
     */
    Future<Map<Long, OpenOrders>> read(SqlConnection connection, Range range, boolean moving) {
        return connection
                .preparedQuery(moving ? OPEN : OPEN_AT_REST)
                .execute(range.addOrders(range.keys()))
                .map(this::byBlock);
    }

    private Map<Long, OpenOrders> byBlock(RowSet<Row> rows) {
        Map<Long, List<OpenOrder>> blocks = new HashMap<>();
        for (Row row : rows) {
            OpenOrder order = openOrder(row);
            blocks.computeIfAbsent(Range.blockOf(order.newest()), none -> new ArrayList<>())
                    .add(order);
        }
        Map<Long, OpenOrders> packed = new HashMap<>();
        blocks.forEach((block, orders) -> packed.put(block, OpenOrders.of(block, orders)));
        return packed;
    }

    private OpenOrder openOrder(Row row) {
        EventKey newest = new EventKey(row.getLong(0));
        Stage stage = Stage.after(newest, isTrue(row, 4));
        Long sinceMs = row.getLong(1);
        return new OpenOrder(
                newest, stage, state(row, stage, sinceMs), sinceMs == null ? 0 : sinceMs);
    }

    /** Each is found by what speaks for it; lost is an order that nothing speaks for. */
    private OpenOrderState state(Row row, Stage stage, @Nullable Long sinceMs) {
        boolean undispatched = isTrue(row, 2);
        boolean retrying = isTrue(row, 5);
        boolean givenUp = isTrue(row, 6);
        if (undispatched || retrying) {
            return OpenOrderState.MOVING;
        }
        if (givenUp) {
            return OpenOrderState.DEAD;
        }
        if (sinceMs != null && stage.waitsOutside(row.getString(3), isTrue(row, 7))) {
            return OpenOrderState.WAITING;
        }
        return sinceMs != null && sinceMs > nowMs - handlingMs && handlingMs > 0
                ? OpenOrderState.MOVING
                : OpenOrderState.LOST;
    }

    private static boolean isTrue(Row row, int column) {
        Integer value = row.getInteger(column);
        return value != null && value != 0;
    }
}
