package com.acmecorp.database.write;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.sql.SqlFailure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.Objects;

/** Reserves blocks of order ids: each number is given once, by whichever node asks. */
public final class OrderNumbers {

    private final Pool pool;

    public OrderNumbers(Pool pool) {
        this.pool = pool;
    }

    /** The first number of a block of that many. */
    public Future<Long> reserve(int count) {
        return InTransaction.run(pool, connection -> reserve(connection, count))
                .map(Objects::requireNonNull)
                .recover(SqlFailure::explained);
    }

    private static Future<Long> reserve(SqlConnection connection, int count) {
        return connection
                .query("SELECT next_id FROM id_blocks WHERE name = 'order' FOR UPDATE")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .compose(first -> connection
                        .preparedQuery(
                                "UPDATE id_blocks SET next_id = next_id + ? WHERE name = 'order'")
                        .execute(Tuple.of(count))
                        .map(first));
    }
}
