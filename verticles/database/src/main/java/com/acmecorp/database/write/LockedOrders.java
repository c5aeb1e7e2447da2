package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Finds the orders that a session has locked which doesn't go on. It waits for no lock itself. */
record LockedOrders(Pool pool) {

    private static final ManyKeys THERE =
            new ManyKeys("SELECT order_id FROM orders FORCE INDEX (PRIMARY) WHERE order_id IN", "");

    /** Outside of a transaction, the locks that it takes end with the statement. */
    private static final ManyKeys FREE = new ManyKeys(
            "SELECT order_id FROM orders FORCE INDEX (PRIMARY) WHERE order_id IN",
            "FOR UPDATE SKIP LOCKED");

    /** Those of the orders that are there and locked. */
    Future<Set<Long>> among(SortedSet<Long> orders) {
        if (orders.isEmpty()) {
            return Future.succeededFuture(Set.of());
        }
        return pool.withConnection(connection -> Future.all(
                                THERE.execute(connection, orders), FREE.execute(connection, orders))
                        .map(found -> difference(found.resultAt(0), found.resultAt(1))))
                .map(Objects::requireNonNull);
    }

    private static Set<Long> difference(List<Row> there, List<Row> free) {
        Set<Long> locked = new HashSet<>(keys(there));
        locked.removeAll(keys(free));
        return locked;
    }

    private static Set<Long> keys(List<Row> rows) {
        return rows.stream().map(row -> row.getLong(0)).collect(Collectors.toSet());
    }
}
