package com.acmecorp.app.simulation.sql;

import io.vertx.sqlclient.PropertyKind;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import io.vertx.sqlclient.impl.RowBase;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What a statement answers: rows, or how many it changed. */
record Answer(List<String> columnsNames, List<Row> rows, int rowCount) implements RowSet<Row> {

    static Answer of(List<String> columns, List<List<@Nullable Object>> rows) {
        List<Row> named = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            named.add(new AnswerRow(columns, row));
        }
        return new Answer(columns, named, rows.size());
    }

    static Answer changed(int rows) {
        return new Answer(List.of(), List.of(), rows);
    }

    @Override
    public RowIterator<Row> iterator() {
        Iterator<Row> iterator = rows.iterator();
        return new RowIterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Row next() {
                return iterator.next();
            }
        };
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public RowSet<Row> value() {
        return this;
    }

    @Override
    public List<ColumnDescriptor> columnDescriptors() {
        throw new UnsupportedOperationException("nobody asks for types");
    }

    @Override
    public <V> V property(PropertyKind<V> kind) {
        throw new UnsupportedOperationException("nobody asks for properties");
    }

    @Override
    public @Nullable RowSet<Row> next() {
        return null;
    }

    /** One row, whose columns can be asked for by number and by name. */
    private static final class AnswerRow extends RowBase {

        private final List<String> columns;

        AnswerRow(List<String> columns, List<@Nullable Object> values) {
            super(values);
            this.columns = columns;
        }

        @Override
        public String getColumnName(int position) {
            return columns.get(position);
        }

        @Override
        public int getColumnIndex(String column) {
            return columns.indexOf(column);
        }
    }
}
