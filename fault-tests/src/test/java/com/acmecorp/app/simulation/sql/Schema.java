package com.acmecorp.app.simulation.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of the database context, as its migrations make them. */
final class Schema {

    private final Map<String, Table> tables;

    Schema(Collection<Table> tables) {
        this.tables = new HashMap<>();
        tables.forEach(table -> this.tables.put(table.name(), table));
    }

    /** The same tables without rows. */
    Schema empty() {
        List<Table> empty = tables.values().stream().map(Table::empty).toList();
        return new Schema(empty);
    }

    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return table;
    }
}
