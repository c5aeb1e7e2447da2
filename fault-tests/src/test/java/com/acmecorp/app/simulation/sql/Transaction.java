package com.acmecorp.app.simulation.sql;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a transaction has written and nobody else sees yet. It reads what is committed, and that. */
final class Transaction {

    private final Map<Table, TreeMap<RowKey, @Nullable List<@Nullable Object>>> written =
            new HashMap<>();
    private final Locks locks;

    /** A transaction that has done nothing yet. */
    Transaction(Locks locks) {
        this.locks = locks;
    }

    /** The rows that it sees now, by key. */
    SortedMap<RowKey, List<@Nullable Object>> rows(Table table) {
        TreeMap<RowKey, @Nullable List<@Nullable Object>> own = written.get(table);
        if (own == null) {
            return table.committed();
        }
        SortedMap<RowKey, List<@Nullable Object>> rows = new TreeMap<>(table.committed());
        own.forEach((key, row) -> {
            if (row == null) {
                rows.remove(key);
            } else {
                rows.put(key, row);
            }
        });
        return rows;
    }

    boolean canLock(Table table, RowKey key) {
        return locks.isFree(this, table, key);
    }

    /**
     * Takes a row for itself until its end.
     *
     * @throws Blocked when another has it
     */
    void lock(Table table, RowKey key) {
        locks.take(this, table, key);
    }

    /** Writes a row that it has locked; null deletes it. */
    void write(Table table, RowKey key, @Nullable List<@Nullable Object> row) {
        written.computeIfAbsent(table, none -> new TreeMap<>()).put(key, row);
    }

    /** Now all see it. */
    void commit() {
        written.forEach((table, rows) -> rows.forEach((key, row) -> {
            if (row == null) {
                table.committed().remove(key);
            } else {
                table.committed().put(key, row);
            }
        }));
        end();
    }

    /** As if it had never been. */
    void rollBack() {
        end();
    }

    private void end() {
        written.clear();
        locks.release(this);
    }
}
