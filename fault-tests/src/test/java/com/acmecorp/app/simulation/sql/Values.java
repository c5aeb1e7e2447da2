package com.acmecorp.app.simulation.sql;

import io.vertx.sqlclient.data.Numeric;

import org.jspecify.annotations.Nullable;

/** What the values of columns are, and how they compare. */
final class Values {

    private Values() {}

    /** What a comparison's sign must be. */
    interface SignTest {
        boolean passes(int sign);
    }

    /** The value as a column of that type keeps it. */
    static @Nullable Object stored(@Nullable Object value, String type) {
        return switch (type) {
            case "BIGINT", "INT" -> plain(value);
            case "DECIMAL" -> value == null ? null : Numeric.parse(value.toString());
            default -> value;
        };
    }

    /** One type for whole numbers. */
    static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    /** Truth that was worked out is a number. */
    static @Nullable Object result(@Nullable Object value) {
        return value instanceof Boolean truth ? Long.valueOf(truth ? 1 : 0) : plain(value);
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        return compared(one, other, sign -> sign == 0);
    }

    /** Nothing compares to what is unknown. */
    static boolean compared(@Nullable Object one, @Nullable Object other, SignTest test) {
        return one != null && other != null && test.passes(compare(one, other));
    }

    @SuppressWarnings(
            "unchecked") // Values of one column are of one type, and each of them can be compared.
    static int compare(Object one, Object other) {
        return ((Comparable<Object>) one).compareTo(other);
    }
}
