package com.acmecorp.database.audit;

import com.acmecorp.database.sql.InTransaction;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

import java.util.function.Function;

/** Several reads that all see the database as it was at one instant, while others go on writing. */
record Snapshot(Pool pool) {

    /** Counts for the next transaction only: the session reads what is committed otherwise. */
    private static final String REPEATABLE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    private static final String BEGIN = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";

    <T> Future<T> read(Function<SqlConnection, Future<T>> reads) {
        return pool.withConnection(connection -> read(connection, reads)).map(done -> done);
    }

    private static <T> Future<T> read(
            SqlConnection connection, Function<SqlConnection, Future<T>> reads) {
        return Future.all(
                        connection.query(REPEATABLE).execute(),
                        connection.query(BEGIN).execute())
                .compose(begun -> reads.apply(connection))
                .compose(seen -> InTransaction.commit(connection).map(seen))
                .recover(failure -> InTransaction.undo(connection, failure));
    }
}
