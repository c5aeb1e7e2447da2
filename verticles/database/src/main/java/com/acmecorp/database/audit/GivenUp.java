package com.acmecorp.database.audit;

import com.acmecorp.database.audit.Trouble.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

import java.util.List;
import java.util.stream.StreamSupport;

/** Orders with deliveries that were given up: only people know what to do about these. */
public record GivenUp(Pool pool) {

    /** As many deliveries as are looked at. */
    public static final int MOST = 1_000;

    private static final String GIVEN_UP = """
            SELECT d.event_key DIV 16, MIN(e.occurred_at_ms)
            FROM (SELECT event_key FROM deliveries FORCE INDEX (deliveries_by_cause)
              WHERE cause_id IS NOT NULL ORDER BY cause_id, died_at_ms LIMIT 1000) d
            JOIN events e ON e.event_key = d.event_key GROUP BY d.event_key DIV 16""";

    /** Those of the first thousand deliveries. */
    public Future<List<Trouble>> orders() {
        return pool.query(GIVEN_UP)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                Trouble.unmendable(row.getLong(0), Kind.GIVEN_UP, row.getLong(1)))
                        .toList());
    }
}
