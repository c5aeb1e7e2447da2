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
    /** Another session holds a row or a table for long: whatever doesn't need it goes through. */
    LOCKED,
    /** The server can't be reached or is about to end: nobody's fault, and maybe soon over. */
    UNREACHABLE,
    /** The server or this session refuses, whatever is asked of it: too many statements, no right, no such table. */
    REFUSED,
    /** Its disk is full: nothing can be written, whatever it is, until there is room again. */
    NO_ROOM,
    /** One of the writes can't be written; which one shows when they are tried apart. */
    BAD_ROW;

    /** Deadlock, a key that another node wrote between our look and our write, a row that changed since it was read. */
    private static final Set<Integer> CONTENTION_CODES = Set.of(1213, 1062, 1020);

    /** Of a row and of a table's definition. */
    private static final Set<Integer> LOCKED_CODES = Set.of(1205);

    /** Shutting down, killed, idle for too long, too many connections, a packet cut short, longer than a read may take. */
    private static final Set<Integer> SERVER_CODES =
            Set.of(1053, 1927, 1317, 3169, 4031, 1040, 1203, 1158, 1159, 1160, 1161, 1969, 3024);

    /** Of the server, of a table, and of a file; other codes say it in words only. */
    private static final Set<Integer> NO_ROOM_CODES = Set.of(1021, 1114, 3, 20, 28);

    private static final String NO_ROOM_WORDS = "No space left on device";

    /** Too long, out of range, not of the type, text that can't be encoded. */
    private static final Set<Integer> DATA_CODES = Set.of(1406, 1264, 1366, 1048, 1292, 1300, 1153);

    /** Of one statement or its values, though their states say nothing: no default, mixed collations, syntax, a check. */
    private static final Set<Integer> STATEMENT_CODES = Set.of(
            1064, 1149, 1118, 1210, 1267, 1270, 1271, 1301, 1364, 1365, 1390, 1436, 1467, 1526,
            3819, 4025);

    /** SQL states of values: too many or few rows, data, constraints. */
    private static final Set<String> DATA_STATES = Set.of("21", "22", "23");

    /** A failure's meaning. What isn't known to be one write's fault is the server's. */
    public static SqlFailure of(Throwable failure) {
        return switch (failure) {
            case MySQLException sql -> of(sql);
            case DatabaseException _ -> REFUSED;
            case TimeoutException _ -> UNREACHABLE;
            default -> hasLostConnection(failure) ? UNREACHABLE : BAD_ROW;
        };
    }

    private static SqlFailure of(MySQLException failure) {
        int code = failure.getErrorCode();
        if (CONTENTION_CODES.contains(code)) {
            return CONTENTION;
        } else if (LOCKED_CODES.contains(code)) {
            return LOCKED;
        } else if (SERVER_CODES.contains(code)) {
            return UNREACHABLE;
        } else if (saysNoRoom(failure)) {
            return NO_ROOM;
        }
        return isOfOneWrite(failure) ? BAD_ROW : REFUSED;
    }

    private static boolean isOfOneWrite(MySQLException failure) {
        String state = String.valueOf(failure.getSqlState());
        return DATA_CODES.contains(failure.getErrorCode())
                || STATEMENT_CODES.contains(failure.getErrorCode())
                || (state.length() == 5 && DATA_STATES.contains(state.substring(0, 2)));
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
                    case CONTENTION, LOCKED, UNREACHABLE, REFUSED ->
                        Problem.of(
                                        Kind.DATABASE_AWAY,
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
