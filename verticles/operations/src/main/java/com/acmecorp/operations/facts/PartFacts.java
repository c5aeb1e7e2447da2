package com.acmecorp.operations.facts;

import org.jspecify.annotations.Nullable;

/**
 * How a part of the system is.
 *
 * @param cause why it isn't well; null: it is
 * @param warning what hinders it though it works; null: nothing
 */
public record PartFacts(
        String part, @Nullable String cause, @Nullable String warning) {}
