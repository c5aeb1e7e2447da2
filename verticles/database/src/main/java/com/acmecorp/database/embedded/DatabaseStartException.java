package com.acmecorp.database.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The server didn't start for a reason that a person can mend; the message is the sentence that
 * says which.
 */
public final class DatabaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseStartException(String sentence) {
        this(sentence, null);
    }

    DatabaseStartException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
