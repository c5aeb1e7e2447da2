package com.acmecorp.app.simulation.sql;

import com.acmecorp.app.simulation.sql.Statement.Select;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What an expression can see: rows of tables by their aliases, the statement's parameters, and a row to be inserted. */
final class Scope {

    private record Bound(
            String alias, Table table, @Nullable List<@Nullable Object> row) {}

    private final List<Bound> bound = new ArrayList<>();
    private final List<@Nullable Object> parameters;
    private final Function<Select, List<@Nullable Object>> queries;
    private final long nowMs;
    private @Nullable List<@Nullable Object> inserted;

    /**
     * One that sees no row yet.
     *
     * @param queries answers a query with the first value of each row
     * @param nowMs the server's clock, in epoch milliseconds
     */
    Scope(
            List<@Nullable Object> parameters,
            Function<Select, List<@Nullable Object>> queries,
            long nowMs) {
        this.parameters = parameters;
        this.queries = queries;
        this.nowMs = nowMs;
    }

    /** The same with one more row; of a LEFT JOIN that found none, a null. */
    Scope with(String alias, Table table, @Nullable List<@Nullable Object> row) {
        Scope more = new Scope(parameters, queries, nowMs);
        more.bound.addAll(bound);
        more.bound.add(new Bound(alias, table, row));
        return more;
    }

    Scope inserting(List<@Nullable Object> row) {
        inserted = row;
        return this;
    }

    long nowMs() {
        return nowMs;
    }

    @Nullable
    Object parameter(int index) {
        return parameters.get(index);
    }

    /** The one value of a query; null where it finds no row. */
    @Nullable
    Object answer(Select query) {
        List<@Nullable Object> values = answers(query);
        return values.isEmpty() ? null : values.getFirst();
    }

    List<@Nullable Object> answers(Select query) {
        return queries.apply(query);
    }

    @Nullable
    Object column(@Nullable String alias, String name) {
        for (Bound one : bound) {
            int index = one.table().indexOf(name);
            if (index >= 0 && (alias == null || alias.equals(one.alias()))) {
                return one.row() == null ? null : one.row().get(index);
            }
        }
        throw new IllegalArgumentException("there is no column " + name);
    }

    /** The value that was to be inserted, of ON DUPLICATE KEY UPDATE. */
    @Nullable
    Object inserted(String name) {
        if (inserted == null) {
            throw new IllegalArgumentException("VALUES(" + name + ") outside of an INSERT");
        }
        return inserted.get(bound.getFirst().table().indexOf(name));
    }
}
