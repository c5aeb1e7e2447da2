package com.acmecorp.database.census;

import com.acmecorp.database.census.Trouble.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

import java.util.List;
import java.util.stream.StreamSupport;

/** Orders with deliveries that were given up: only people know what to do about these. */
public record GivenUp(Pool pool) {

    private static final String GIVEN_UP = """
            SELECT d.event_key DIV 16, MIN(e.occurred_at_ms) FROM deliveries d JOIN events e ON e.event_key = d.event_key
            WHERE d.next_attempt_at_ms IS NULL GROUP BY d.event_key DIV 16 LIMIT 1000""";

    /** A thousand of them at most. */
    public Future<List<Trouble>> orders() {
        return pool.query(GIVEN_UP)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                Trouble.unmendable(row.getLong(0), Kind.GIVEN_UP, row.getLong(1)))
                        .toList());
    }
}
