package com.acmecorp.database.journal;

import com.acmecorp.database.sql.InTransaction;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.List;

/** The targets that there are deliveries for, each found with one step in an index, however many it has. */
public record DeliveryTargets(Pool pool) {

    /** There are a dozen. */
    private static final int MOST = 100;

    private static final String NEXT = """
            SELECT target FROM deliveries FORCE INDEX (deliveries_by_target)
            WHERE target > ? ORDER BY target LIMIT 1""";

    public Future<List<String>> all() {
        return addAfter("", new ArrayList<>());
    }

    private Future<List<String>> addAfter(String last, List<String> found) {
        return InTransaction.inTime(pool.preparedQuery(NEXT).execute(Tuple.of(last)))
                .compose(rows -> add(rows, found));
    }

    private Future<List<String>> add(RowSet<Row> next, List<String> found) {
        next.forEach(row -> found.add(row.getString(0)));
        return next.size() == 0 || found.size() >= MOST
                ? Future.succeededFuture(found)
                : addAfter(found.getLast(), found);
    }
}
