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

/** Reads how the books of third parties differ from ours. */
public final class DifferenceReads {

    private static final long COUNTED_UP_TO = 10_000;

    /** There are four kinds of parties, and a handful of payment providers. */
    private static final int MOST_PARTIES = 100;

    private static final String NEXT_PARTY = """
            SELECT party FROM party_differences FORCE INDEX (PRIMARY) WHERE party > ? ORDER BY party LIMIT 1""";

    private static final String COUNT = """
            SELECT COUNT(*) FROM (SELECT order_id FROM party_differences FORCE INDEX (party_differences_by_age)
              WHERE party = ? LIMIT 10000) counted""";

    private static final String OLDEST = """
            SELECT order_id, ours, theirs, advice, first_seen_at_ms
            FROM party_differences FORCE INDEX (party_differences_by_age)
            WHERE party = ? ORDER BY first_seen_at_ms, order_id LIMIT ?""";

    private final Rows rows;

    public DifferenceReads(Pool pool) {
        this.rows = new Rows(pool);
    }

    /**
     * The schema's PartyDifferences.
     *
     * @param atLeast whether there may be more than that: they weren't counted further
     */
    public record PartyDifferences(
            String party, long total, boolean atLeast, List<PartyDifference> orders) {

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
        Future<List<String>> parties = party == null
                ? partiesAfter("", new ArrayList<>())
                : Future.succeededFuture(List.of(party));
        return parties.compose(names -> Future.all(
                        names.stream().map(name -> of(name, (int) most)).toList()))
                .map(CompositeFuture::<PartyDifferences>list)
                .map(all -> all.stream().filter(one -> one.total() > 0).toList());
    }

    /** Each is found with one step in an index. */
    private Future<List<String>> partiesAfter(String last, List<String> found) {
        return rows.select(NEXT_PARTY, Tuple.of(last), row -> row.getString(0)).compose(next -> {
            found.addAll(next);
            return next.isEmpty() || found.size() >= MOST_PARTIES
                    ? Future.succeededFuture(found)
                    : partiesAfter(found.getLast(), found);
        });
    }

    private Future<PartyDifferences> of(String party, int most) {
        Future<Long> total = rows.selectOne(COUNT, Tuple.of(party), row -> row.getLong(0));
        Future<List<PartyDifference>> oldest =
                rows.select(OLDEST, Tuple.of(party, most), DifferenceReads::difference);
        return Future.all(total, oldest)
                .map(read -> new PartyDifferences(
                        party, total.result(), total.result() >= COUNTED_UP_TO, oldest.result()));
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
