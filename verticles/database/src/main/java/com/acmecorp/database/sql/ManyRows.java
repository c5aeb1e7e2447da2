package com.acmecorp.database.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One INSERT for many rows, as prepared statements of 1, 2, 4, … rows: any number of rows is a sum of those, so the
 * server prepares a handful of statements once, and nothing is ever put together but question marks.
 */
public final class ManyRows {

    private static final int LARGEST_EXPONENT = 8;

    private final List<String> statements;

    /**
     * A statement.
     *
     * @param head up to and with VALUES
     * @param columns number of values in a row
     * @param tail what follows the rows, or empty
     */
    public ManyRows(String head, int columns, String tail) {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        this.statements = IntStream.rangeClosed(0, LARGEST_EXPONENT)
                .mapToObj(exponent -> String.join(", ", Collections.nCopies(1 << exponent, row)))
                .map(rows -> head + " " + rows + " " + tail)
                .toList();
    }

    /**
     * Writes the rows; the statements are pipelined on the connection.
     *
     * @param rows each with all its columns' values
     */
    public Future<Void> execute(SqlConnection connection, List<Tuple> rows) {
        List<Future<?>> written = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int exponent = Math.min(
                    LARGEST_EXPONENT, 31 - Integer.numberOfLeadingZeros(rows.size() - from));
            int to = from + (1 << exponent);
            written.add(connection
                    .preparedQuery(statements.get(exponent))
                    .execute(values(rows.subList(from, to))));
            from = to;
        }
        return Future.all(written).mapEmpty();
    }

    /** The statement for one row. */
    @Override
    public String toString() {
        return statements.getFirst();
    }

    private static Tuple values(List<Tuple> rows) {
        if (rows.size() == 1) {
            return rows.getFirst();
        }
        Tuple values = Tuple.tuple(new ArrayList<>(rows.size() * rows.getFirst().size()));
        for (Tuple row : rows) {
            for (int i = 0; i < row.size(); i++) {
                values.addValue(row.getValue(i));
            }
        }
        return values;
    }
}
