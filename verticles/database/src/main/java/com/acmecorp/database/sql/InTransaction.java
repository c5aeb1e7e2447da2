package com.acmecorp.database.sql;

import static com.acmecorp.database.sql.SqlFailure.UNREACHABLE;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Statements in one transaction. The pool's own way isn't used, because it says ROLLBACK also on a connection that has
 * just been lost, and of all statements under way on such a connection only the first is ever answered.
 */
public final class InTransaction {

    /** Longer than any caller waits, so that what takes longer serves nobody. */
    private static final long STEP_LIMIT_S = 15;

    private static final long ROLLBACK_LIMIT_S = 5;

    /**
     * Not START TRANSACTION, which ends when a deadlock does: MySQL then commits whatever was sent behind the statement that
     * met it, each statement by itself.
     *
     * <p>A process that stands still within a transaction holds its locks, and so stops all others. The server ends the
     * session of one that says nothing for that many seconds, which is less than others wait before they give up.
     */
    private static final String BEGIN = "SET autocommit = 0, wait_timeout = 5";

    private static final String END = "SET autocommit = 1, wait_timeout = 60";

    private InTransaction() {}

    /** Carries out that work and commits it, or fails and leaves nothing of it. */
    public static <T> Future<T> run(Pool pool, Function<SqlConnection, Future<T>> work) {
        return pool.withConnection(connection -> run(connection, work));
    }

    /**
     * As {@link #run}, for work that takes something over for a while: where its commit got no answer, it may have it, and
     * goes on as if it did. Nobody else would until that while is over.
     */
    public static <T> Future<T> lease(Pool pool, Function<SqlConnection, Future<T>> work) {
        List<T> taken = new ArrayList<>(1);
        return run(pool, connection -> work.apply(connection).onSuccess(taken::add))
                .recover(failure -> taken.isEmpty() || SqlFailure.of(failure) != UNREACHABLE
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(taken.getFirst()));
    }

    private static <T> Future<T> run(
            SqlConnection connection, Function<SqlConnection, Future<T>> work) {
        return inTime(begin(connection))
                .compose(begun -> inTime(work.apply(connection)))
                .compose(done -> commit(connection).map(done))
                .recover(failure -> undo(connection, failure));
    }

    public static Future<?> begin(SqlConnection connection) {
        return connection.query(BEGIN).execute();
    }

    public static Future<?> commit(SqlConnection connection) {
        return inTime(end(connection, "COMMIT"));
    }

    /** Fails with that failure, once nothing is left of the transaction and the connection may serve others. */
    public static <T> Future<T> undo(SqlConnection connection, Throwable failure) {
        return SqlFailure.hasLostConnection(failure)
                ? soon(failure)
                : end(connection, "ROLLBACK")
                        .timeout(ROLLBACK_LIMIT_S, TimeUnit.SECONDS)
                        .transform(rolledBack -> Future.failedFuture(failure));
    }

    /** Has the server end the connection's session, so that the pool opens another. */
    public static Future<?> endSession(SqlConnection connection) {
        return connection
                .query("KILL CONNECTION_ID()")
                .execute()
                .timeout(ROLLBACK_LIMIT_S, TimeUnit.SECONDS);
    }

    /** Both are under way at once: what comes over this connection later comes after them. */
    private static Future<?> end(SqlConnection connection, String verb) {
        return Future.all(
                connection.query(verb).execute(), connection.query(END).execute());
    }

    /** The server forgets it by itself; the pool hears of the loss only after this turn of the event loop. */
    private static <T> Future<T> soon(Throwable failure) {
        Promise<T> promise = Promise.promise();
        Context context = requireNonNull(Vertx.currentContext());
        context.runOnContext(next -> promise.fail(failure));
        return promise.future();
    }

    /** Whatever became of the server or of the way to it, a step is over after a while. */
    public static <T> Future<T> inTime(Future<T> step) {
        return step.timeout(STEP_LIMIT_S, TimeUnit.SECONDS);
    }
}
