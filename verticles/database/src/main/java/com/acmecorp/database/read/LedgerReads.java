package com.acmecorp.database.read;

import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.StreamSupport;

/** Reads of the books. */
public final class LedgerReads {

    private static final String LINES = """
            SELECT l.entry, e.booked_at_ms, e.invoice_number, l.account, l.amount, l.currency
            FROM ledger_lines l JOIN ledger e ON e.order_id = l.order_id AND e.entry = l.entry
            WHERE l.order_id = ? ORDER BY e.booked_at_ms, l.entry, l.account""";
    private static final String BALANCES = """
            SELECT account, currency, SUM(IF(amount > 0, amount, 0)), SUM(IF(amount < 0, -amount, 0))
            FROM ledger_lines GROUP BY account, currency ORDER BY account, currency""";

    private final Pool pool;
    private final Pool reports;

    /**
     * Reads of the books.
     *
     * @param reports for what reads all of them
     */
    public LedgerReads(Pool pool, Pool reports) {
        this.pool = pool;
        this.reports = reports;
    }

    /** What an entry does to one account. Debit and credit are minor units of the currency; one of them is 0. */
    public record LedgerLine(
            String entry,
            long bookedAtMs,
            @Nullable String invoiceNumber,
            String account,
            long debit,
            long credit,
            String currency) {}

    /** All that was ever debited and credited to an account, in minor units. */
    public record Balance(String account, String currency, long debit, long credit) {}

    /** All that is entered for an order. */
    public Future<List<LedgerLine>> lines(OrderId order) {
        return pool.preparedQuery(LINES).execute(Tuple.of(order.value())).map(LedgerReads::lines);
    }

    private static List<LedgerLine> lines(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(LedgerReads::line)
                .toList();
    }

    private static LedgerLine line(Row row) {
        long amount = row.getLong(4);
        return new LedgerLine(
                row.getString(0),
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Math.max(0, amount),
                Math.max(0, -amount),
                row.getString(5));
    }

    /** Reads all of the books. */
    public Future<List<Balance>> balances() {
        return reports.query(BALANCES)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Balance(
                                row.getString(0),
                                row.getString(1),
                                row.getNumeric(2).longValue(),
                                row.getNumeric(3).longValue()))
                        .toList());
    }
}
