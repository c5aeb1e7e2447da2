package com.acmecorp.database.write;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/** The claims of all mails that are still to be sent. */
public record MailClaims(Pool pool) {

    private static final String END = """
            UPDATE emails FORCE INDEX (emails_by_state) SET claim_ends_at_ms = NULL
            WHERE state = 'TO_SEND' AND claim_ends_at_ms IS NOT NULL""";

    /** All may be sent at once: right where whoever claimed them is known to be dead. */
    public Future<?> end() {
        return pool.preparedQuery(END).execute();
    }
}
