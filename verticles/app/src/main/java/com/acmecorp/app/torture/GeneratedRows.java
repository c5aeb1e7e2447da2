package com.acmecorp.app.torture;

import com.acmecorp.database.embedded.EmbeddedMariaDb;
import com.acmecorp.database.embedded.SqlByHand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of orders that nobody placed, written past a system that doesn't run. Its methods block.
 *
 * @param data where the system keeps its data
 * @param count of the orders, each of which has one row or a few; below the numbers that the system gives to orders
 */
record GeneratedRows(Path data, int count) {

    private static final int AT_ONCE = 100_000;

    /** Writes them as copies of a test order's rows. */
    void fill(LargeTable table, long template) {
        List<String> statements = new ArrayList<>(LargeTable.templates(template));
        for (int first = 1; first <= count; first += AT_ONCE) {
            statements.addAll(table.fill("seq_%d_to_%d".formatted(first, last(first))));
        }
        byHand(statements);
    }

    /** Deletes whatever there is of their orders by now. */
    void delete() {
        byHand(Stream.iterate(1, first -> first <= count, first -> first + AT_ONCE)
                .flatMap(first -> LargeTable.delete(first, last(first)).stream())
                .toList());
    }

    private int last(int first) {
        return Math.min(count, first + AT_ONCE - 1);
    }

    private void byHand(List<String> statements) {
        EmbeddedMariaDb database = EmbeddedMariaDb.start(data, 0, _ -> {});
        try {
            SqlByHand.run(database, statements);
        } finally {
            database.stop();
        }
    }
}
