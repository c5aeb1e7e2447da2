package com.acmecorp.database.read;

import com.acmecorp.database.sql.Rows;

import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads how the books of third parties differ from ours. */
public final class DifferenceReads {

    private static final String COUNTS =
            "SELECT party, COUNT(*) FROM party_differences WHERE ? IS NULL OR party = ? GROUP BY party ORDER BY party";

    private static final String OLDEST = """
            SELECT order_id, ours, theirs, advice, first_seen_at_ms FROM party_differences
            WHERE party = ? ORDER BY first_seen_at_ms, order_id LIMIT ?""";

    private final Rows rows;

    public DifferenceReads(Pool pool) {
        this.rows = new Rows(pool);
    }

    /** The schema's PartyDifferences. */
    public record PartyDifferences(String party, long total, List<PartyDifference> orders) {

        public PartyDifferences {
            orders = List.copyOf(orders);
        }
    }

    /** The schema's PartyDifference. */
    public record PartyDifference(
            long orderId, String ours, String theirs, String advice, long firstSeenAtMs) {}

    /**
     * Those of one party or of all; a party that agrees with us isn't among them.
     *
     * @param most orders that are named of each party, those that differ longest
     */
    public Future<List<PartyDifferences>> of(@Nullable String party, long most) {
        return rows.select(COUNTS, Tuple.of(party, party), row -> row)
                .compose(counts -> named(counts, most));
    }

    private Future<List<PartyDifferences>> named(List<Row> counts, long most) {
        Map<String, Long> totals = new TreeMap<>();
        counts.forEach(row -> totals.put(row.getString(0), row.getLong(1)));
        List<Future<PartyDifferences>> parties = new ArrayList<>();
        totals.forEach((party, total) ->
                parties.add(rows.select(OLDEST, Tuple.of(party, most), DifferenceReads::difference)
                        .map(orders -> new PartyDifferences(party, total, orders))));
        return Future.all(parties).map(CompositeFuture::list);
    }

    private static PartyDifference difference(Row row) {
        return new PartyDifference(
                row.getLong(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4));
    }
}
