package com.acmecorp.platform.database;

/**
 * A GraphQL operation of a context: a constant document with variables, never put together at run time, so that it is
 * parsed and validated once.
 */
public record Operation(String document) {

    public Operation {
        if (document.isBlank()) {
            throw new IllegalArgumentException("an operation has a document");
        }
    }
}
