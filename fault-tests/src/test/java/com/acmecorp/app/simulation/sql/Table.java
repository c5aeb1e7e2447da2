package com.acmecorp.app.simulation.sql;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** A table: what its rows look like, and those that are committed. */
final class Table {

    /** A column, and the value of a row that doesn't give one. */
    record Column(String name, String type, @Nullable Object standard) {}

    private final String name;
    private final List<Column> columns;
    private final List<String> key;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final TreeMap<RowKey, List<@Nullable Object>> committed = new TreeMap<>();

    Table(String name, List<Column> columns, List<String> key) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.key = List.copyOf(key);
        columns.forEach(column -> indexes.put(column.name(), indexes.size()));
    }

    /** The table, empty, with a further column. */
    Table with(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return new Table(name, more, key);
    }

    /** The same table without rows. */
    Table empty() {
        return new Table(name, columns, key);
    }

    String name() {
        return name;
    }

    /** Where a column stands in a row; -1 where there is no such column. */
    int indexOf(String column) {
        return indexes.getOrDefault(column, -1);
    }

    List<@Nullable Object> newRow() {
        List<@Nullable Object> row = new ArrayList<>();
        columns.forEach(column -> row.add(column.standard()));
        return row;
    }

    void set(List<@Nullable Object> row, String column, @Nullable Object value) {
        int index = indexOf(column);
        row.set(index, Values.stored(value, columns.get(index).type()));
    }

    RowKey keyOf(List<@Nullable Object> row) {
        return new RowKey(key.stream()
                .map(column -> Objects.requireNonNull(row.get(indexOf(column))))
                .toList());
    }

    SortedMap<RowKey, List<@Nullable Object>> committed() {
        return committed;
    }
}
