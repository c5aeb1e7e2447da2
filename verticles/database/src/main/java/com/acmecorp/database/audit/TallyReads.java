package com.acmecorp.database.audit;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Tallies blocks. The mails' wide rows stay unread, and those of the journal where each event is dispatched: all it takes
 * is in indexes. A mail is known by its order and its event's slot, in which a delivery's revisions are one.
 */
final class TallyReads {

    /** An order is accepted by its first event, or placed by hand with its second. */
    private static final String FIGURES = """
             event_key DIV 16384, COUNT(DISTINCT CASE WHEN event_key MOD 16 < 2 THEN event_key DIV 16 END),
              SUM(DISTINCT CASE WHEN event_key MOD 16 < 2 THEN event_key DIV 16 END),
              SUM(CASE WHEN event_key MOD 16 = 15 THEN CRC32(event_key DIV 16 * 8 + 5)
                WHEN event_key MOD 16 = 0 OR event_key MOD 16 >= 3
                THEN CRC32(event_key DIV 16 * 8 + LEAST(event_key MOD 16, 4)) END)
            FROM events FORCE INDEX""";

    private static final String OF_RANGE =
            " event_key >= ? AND event_key < ? GROUP BY event_key DIV 16384";

    private static final String JOURNAL_AT_REST = "SELECT" + FIGURES
            + " (events_by_dispatch) WHERE dispatch_at_ms IS NULL AND" + OF_RANGE;

    private static final String JOURNAL = "SELECT" + FIGURES + " (PRIMARY) WHERE" + OF_RANGE;

    private static final String ROWS = """
            SELECT order_id DIV 1024, COUNT(*), COUNT(CASE WHEN status = 'DELIVERY_BOOKED' THEN 1 END),
              COUNT(CASE WHEN status = 'CANCELLED' THEN 1 END),
              SUM(CASE WHEN status IN ('CANCELLED', 'DELIVERY_BOOKED') THEN order_id END),
              SUM(CRC32(CONCAT(order_id, ':', total_price_cents)))
            FROM orders FORCE INDEX (PRIMARY) WHERE order_id >= ? AND order_id < ? GROUP BY order_id DIV 1024""";

    private static final String BOOKS = """
            SELECT order_id DIV 1024, SUM(CRC32(CONCAT(order_id, ':', amount_cents)))
            FROM ledger FORCE INDEX (PRIMARY) WHERE entry = 'SALE' AND order_id >= ? AND order_id < ?
            GROUP BY order_id DIV 1024""";

    private static final String MAILS = """
            SELECT order_id DIV 1024, SUM(CRC32(order_id * 8 + CASE template
              WHEN 'order-received' THEN 0 WHEN 'ready-for-delivery' THEN 3 WHEN 'delivery-booked' THEN 4
              WHEN 'order-cancelled' THEN 5 END))
            FROM emails FORCE INDEX (emails_by_state)
            WHERE state IN ('KEPT', 'SENT', 'TO_SEND') AND order_id >= ? AND order_id < ?
            GROUP BY order_id DIV 1024""";

    private final SqlConnection connection;
    private final Map<Long, Tally> tallies = new TreeMap<>();

    private TallyReads(SqlConnection connection) {
        this.connection = connection;
    }

    /**
     * The tallies of those blocks of the range that have anything in them.
     *
     * @param moving whether any of the range's events may be undispatched
     */
    static Future<Map<Long, Tally>> read(SqlConnection connection, Range range, boolean moving) {
        TallyReads reads = new TallyReads(connection);
        return Future.all(
                        reads.take(
                                moving ? JOURNAL : JOURNAL_AT_REST,
                                range.keys(),
                                Tally::takeJournal),
                        reads.take(ROWS, range.orders(), Tally::takeRows),
                        reads.take(BOOKS, range.orders(), Tally::takeBooks),
                        reads.take(MAILS, range.orders(), Tally::takeMails))
                .map(read -> reads.tallies);
    }

    private Future<RowSet<Row>> take(String sql, Tuple values, BiConsumer<Tally, Row> side) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .onSuccess(rows -> rows.forEach(row -> side.accept(
                        tallies.computeIfAbsent(row.getLong(0), none -> new Tally()), row)));
    }
}
