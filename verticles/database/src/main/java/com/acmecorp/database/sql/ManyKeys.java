package com.acmecorp.database.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * One SELECT, UPDATE or DELETE for the rows of many keys. The list of keys is filled up to a power of four with its last
 * one, so that the server prepares a handful of statements once: it holds them for each connection of each node, and takes
 * no more than some thousands in all.
 *
 * <p>Statements name their index (FORCE INDEX): left to choose, MariaDB scans a small table for a long list, and a scan
 * FOR UPDATE waits for rows that were never asked for.
 */
public final class ManyKeys {

    private static final List<Integer> SIZES = List.of(1, 4, 16, 64, 256, 1_024);
    private static final int LARGEST = SIZES.getLast();

    private final List<String> statements;

    /**
     * A statement.
     *
     * @param head up to and with IN
     * @param tail what follows the list, or empty
     */
    public ManyKeys(String head, String tail) {
        this.statements = SIZES.stream()
                .map(size -> String.join(", ", Collections.nCopies(size, "?")))
                .map(keys -> head + " (" + keys + ") " + tail)
                .toList();
    }

    /**
     * Runs it, pipelined on the connection where the keys are too many for one statement.
     *
     * @param keys in the order in which the rows shall be locked
     * @return the rows that it answers
     */
    public Future<List<Row>> execute(SqlConnection connection, Collection<?> keys) {
        return execute(connection, List.of(), keys);
    }

    /**
     * Runs it with values for the question marks of its head.
     *
     * @param first the values that come before the keys
     */
    public Future<List<Row>> execute(SqlConnection connection, List<?> first, Collection<?> keys) {
        List<Object> all = new ArrayList<>(keys);
        List<Future<List<Row>>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += LARGEST) {
            parts.add(part(
                    connection, first, all.subList(from, Math.min(from + LARGEST, all.size()))));
        }
        return Future.all(parts)
                .map(done ->
                        parts.stream().flatMap(part -> part.result().stream()).toList());
    }

    /** The statement for one key. */
    @Override
    public String toString() {
        return statements.getFirst();
    }

    private Future<List<Row>> part(SqlConnection connection, List<?> first, List<Object> keys) {
        int nth = 0;
        while (SIZES.get(nth) < keys.size()) {
            nth++;
        }
        Tuple values = Tuple.tuple(new ArrayList<>(first));
        for (int i = 0; i < SIZES.get(nth); i++) {
            values.addValue(keys.get(Math.min(i, keys.size() - 1)));
        }
        return connection.preparedQuery(statements.get(nth)).execute(values).map(ManyKeys::rows);
    }

    private static List<Row> rows(Iterable<Row> set) {
        List<Row> rows = new ArrayList<>();
        set.forEach(rows::add);
        return rows;
    }
}
