package com.acmecorp.app.simulation.sql;

import org.jspecify.annotations.Nullable;

/** A part of a statement that has a value for each row. Numbers are Long, truth is Boolean, unknown is null. */
interface Expression {

    @Nullable
    Object in(Scope scope);

    /** Unknown is not true. */
    default boolean holds(Scope scope) {
        return switch (in(scope)) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case null, default -> false;
        };
    }

    default long number(Scope scope) {
        return in(scope) instanceof Number number ? number.longValue() : 0;
    }
}
