package com.acmecorp.platform.database;

/**
 * A GraphQL operation of a context: a constant document with variables, never put together at run time, so that it is
 * parsed and validated once.
 *
 * @param repeatable whether running it twice is as good as running it once
 */
public record Operation(String document, boolean repeatable) {

    public Operation {
        if (document.isBlank()) {
            throw new IllegalArgumentException("an operation has a document");
        }
    }

    /** The usual operation: a query, or a mutation with a natural key, may be repeated when its answer got lost. */
    public Operation(String document) {
        this(document, true);
    }

    /** An operation that nobody but its caller may repeat. */
    public static Operation once(String document) {
        return new Operation(document, false);
    }
}
