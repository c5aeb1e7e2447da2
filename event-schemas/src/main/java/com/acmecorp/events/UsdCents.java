package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Locale;

/**
 * A price in US cents, the unit in which the catalogue, the orders and the events carry amounts.
 *
 * @param value cents, never negative
 */
public record UsdCents(@JsonValue long value) {

    public UsdCents {
        if (value < 0) {
            throw new IllegalArgumentException("a price is not negative: " + value);
        }
    }

    @JsonCreator
    public static UsdCents of(long value) {
        return new UsdCents(value);
    }

    public UsdCents plus(UsdCents other) {
        return new UsdCents(Math.addExact(value, other.value));
    }

    /** The amount as people write it: $100, or $99.50 where there are cents. */
    @Override
    public String toString() {
        return value % 100 == 0
                ? "$" + value / 100
                : String.format(Locale.ROOT, "$%d.%02d", value / 100, value % 100);
    }
}
