package com.acmecorp.database.sql;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** What a failed statement or transaction means for those who wait for it. */
public enum SqlFailure {
    /** Another transaction was in the way: the same writes, done again, go through. */
    CONTENTION,
    /** The server can't be reached or can't work: nobody's fault, and maybe soon over. */
    UNREACHABLE,
    /** Its disk is full: nothing can be written, whatever it is, until there is room again. */
    NO_ROOM,
    /** One of the writes can't be written; which one shows when they are tried apart. */
    BAD_ROW;

    /** Lock wait timeout, deadlock, and a key that another node wrote between our look and our write. */
    private static final Set<Integer> CONTENTION_CODES = Set.of(1205, 1213, 1062);

    /** Shutting down, killed, idle for too long, read-only, too many connections, access, longer than a read may take. */
    private static final Set<Integer> SERVER_CODES =
            Set.of(1053, 1927, 1317, 3169, 4031, 1290, 1792, 1836, 1040, 1203, 1045, 1969, 3024);

    /** Of the server, of a table, and of a file; other codes say it in words only. */
    private static final Set<Integer> NO_ROOM_CODES = Set.of(1021, 1114, 3, 20, 28);

    private static final String NO_ROOM_WORDS = "No space left on device";

    /** Too long, out of range, not of the type, text that can't be encoded. */
    private static final Set<Integer> DATA_CODES = Set.of(1406, 1264, 1366, 1048, 1292, 1300, 1153);

    public static SqlFailure of(Throwable failure) {
        return switch (failure) {
            case MySQLException sql
            when CONTENTION_CODES.contains(sql.getErrorCode()) -> CONTENTION;
            case MySQLException sql when SERVER_CODES.contains(sql.getErrorCode()) -> UNREACHABLE;
            case MySQLException sql when saysNoRoom(sql) -> NO_ROOM;
            case DatabaseException _ -> BAD_ROW;
            case TimeoutException _ -> UNREACHABLE;
            default -> hasLostConnection(failure) ? UNREACHABLE : BAD_ROW;
        };
    }

    private static boolean saysNoRoom(MySQLException failure) {
        return NO_ROOM_CODES.contains(failure.getErrorCode())
                || String.valueOf(failure.getMessage()).contains(NO_ROOM_WORDS);
    }

    /** Whether the connection is no more; the driver says so in several ways, some without a type of their own. */
    public static boolean hasLostConnection(Throwable failure) {
        return switch (failure) {
            case DatabaseException _ -> false;
            case IOException _ -> true;
            case ClosedConnectionException _ -> true;
            case VertxException _ -> true;
            default -> false;
        };
    }

    /** A failed Future of what its caller is told. */
    public static <T> Future<T> explained(Throwable failure) {
        return Future.failedFuture(explain(failure));
    }

    /** What a caller is told when a read or a write failed for good. */
    public static Throwable explain(Throwable failure) {
        return switch (failure) {
            case ProblemException refusal -> refusal;
            case MySQLException sql
            when DATA_CODES.contains(sql.getErrorCode()) ->
                Problem.of(Kind.INVALID, "A value is too long or can't be stored.")
                        .asException();
            default ->
                switch (of(failure)) {
                    case CONTENTION, UNREACHABLE ->
                        Problem.of(
                                        Kind.UNAVAILABLE,
                                        "The database can't be reached right now; please try again shortly.")
                                .asException();
                    case NO_ROOM ->
                        Problem.of(
                                        Kind.NO_ROOM,
                                        "Nothing can be stored right now; please try again shortly.")
                                .asException();
                    case BAD_ROW -> failure;
                };
        };
    }
}
