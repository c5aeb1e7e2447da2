package com.acmecorp.app.simulation.sql;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A row that is committed, for those who look at the tables from outside. */
public final class Committed {

    private final Table table;
    private final List<@Nullable Object> values;

    Committed(Table table, List<@Nullable Object> values) {
        this.table = table;
        this.values = values;
    }

    public @Nullable Object get(String column) {
        int index = table.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + table.name());
        }
        return values.get(index);
    }

    /** A whole number; 0 where there is none. */
    public long number(String column) {
        return get(column) instanceof Long number ? number : 0;
    }

    /** A text; empty where there is none. */
    public String text(String column) {
        return get(column) instanceof String text ? text : "";
    }

    public boolean isNull(String column) {
        return get(column) == null;
    }
}
