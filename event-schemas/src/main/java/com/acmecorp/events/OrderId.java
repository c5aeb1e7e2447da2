package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number of an order.
 *
 * @param value 1 to 2^53 − 1, so that a page's JavaScript keeps every digit
 */
public record OrderId(@JsonValue long value) implements Comparable<OrderId> {

    public static final long MAX = (1L << 53) - 1;

    private static final int MOST_DIGITS = 16;

    public OrderId {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException(
                    "an order id is a whole number from 1 to " + MAX + ", not " + value);
        }
    }

    /**
     * Reads the id as it stands in JSON: a number, or its digits as a string.
     *
     * @throws IllegalArgumentException when it is neither
     */
    @JsonCreator
    public static OrderId parse(Object json) {
        try {
            return new OrderId(
                    switch (json) {
                        case Integer number -> number;
                        case Long number -> number;
                        case String digits when areDigits(digits) -> Long.parseLong(digits);
                        default -> throw new NumberFormatException();
                    });
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("an order id is a whole number, not " + json, e);
        }
    }

    private static boolean areDigits(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(OrderId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
