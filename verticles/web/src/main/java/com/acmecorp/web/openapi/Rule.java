package com.acmecorp.web.openapi;

import org.jspecify.annotations.Nullable;

/**
 * Something that a value must fulfil. Values are Java's texts, whole numbers, doubles, booleans,
 * maps and lists.
 */
@FunctionalInterface
public interface Rule {

    /**
     * Checks a value; a rule that says nothing about values of its type is content.
     *
     * @param path the value's path with dots; empty for the body itself
     * @param faults takes what is wrong, in words for the person who sent it
     */
    void check(String path, @Nullable Object value, Faults faults);

    /** Whether the value is right. */
    default boolean accepts(@Nullable Object value) {
        Faults faults = new Faults();
        check("", value, faults);
        return faults.isEmpty();
    }
}
