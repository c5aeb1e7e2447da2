package com.acmecorp.app.simulation.sql;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** A statement that was read. */
sealed interface Statement {

    /** Begins, commits or rolls back. */
    enum Control implements Statement {
        AUTOCOMMIT_OFF,
        AUTOCOMMIT_ON,
        COMMIT,
        ROLLBACK
    }

    /** A table by another name. */
    record Source(String table, String alias) {}

    record Join(Source source, boolean left, Expression on) {}

    record Select(
            List<Item> items,
            @Nullable Source from,
            List<Join> joins,
            @Nullable Expression where,
            boolean distinct,
            Ordering ordering,
            Locking locking)
            implements Statement {

        /** Whether all rows make one. */
        boolean isAggregated() {
            return items.stream().anyMatch(item -> item.aggregation() != Aggregation.NONE);
        }
    }

    /** What a column of the answer is called, and what it says. */
    record Item(String name, Aggregation aggregation, Expression value) {}

    /** What is made of the values of all rows. */
    enum Aggregation {
        /** Each has its own. */
        NONE,
        COUNT,
        MAX
    }

    /**
     * In which order, and how many.
     *
     * @param by null: as the primary key has it
     * @param descending whether the largest comes first
     * @param limit null: all of them
     */
    record Ordering(
            @Nullable Expression by,
            boolean descending,
            @Nullable Expression limit) {}

    /** What becomes of the rows that are read. */
    enum Locking {
        NONE,
        FOR_UPDATE,
        SKIP_LOCKED
    }

    record Insert(
            String table,
            List<String> columns,
            List<List<Expression>> rows,
            @Nullable Map<String, Expression> onDuplicate)
            implements Statement {}

    record Update(
            Source table,
            Map<String, Expression> set,
            @Nullable Expression where) implements Statement {}

    record Delete(Source table, @Nullable Expression where, Ordering ordering)
            implements Statement {}
}
