package com.acmecorp.database;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/**
 * The database as migrations see it: a statement whose effect is there already succeeds. Neither MariaDB nor MySQL rolls
 * DDL back, so whoever is killed in the middle of a migration leaves the first statements of a file done, and the file
 * not on record; carried out once more, they would fail for ever.
 *
 * <p>Flyway offers nothing for this, and SQL that both servers understand has no IF NOT EXISTS for columns and keys.
 */
final class RepeatableStatements {

    /** What may stand before a statement: space and comments. */
    private static final String START = "(\\s|--[^\n]*\n)*+";

    /** By their beginning, the errors that say that a statement was carried out before. */
    private static final Map<Pattern, Set<Integer>> DONE_BEFORE = Map.of(
            pattern(START + "CREATE\\s+TABLE\\b"), Set.of(1050),
            pattern(START + "DROP\\s+TABLE\\b"), Set.of(1051),
            pattern(START + "ALTER\\s+TABLE\\b"), Set.of(1060, 1061, 1091),
            pattern(START + "CREATE\\s+(UNIQUE\\s+)?INDEX\\b"), Set.of(1061),
            pattern(START + "DROP\\s+INDEX\\b"), Set.of(1091),
            pattern(START + "INSERT\\b"), Set.of(1062));

    private final List<String> repeated = new ArrayList<>();
    private final DataSource dataSource;

    RepeatableStatements(DataSource database) {
        this.dataSource = proxy(DataSource.class, database);
    }

    private static Pattern pattern(String beginning) {
        return Pattern.compile(beginning, Pattern.CASE_INSENSITIVE);
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** The statements that were found to be carried out already. */
    List<String> repeated() {
        return List.copyOf(repeated);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                RepeatableStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(target, method, arguments)));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return wrapped(method.getReturnType(), method.invoke(target, arguments));
        } catch (InvocationTargetException e) {
            Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
            if (arguments != null
                    && arguments.length > 0
                    && method.getName().equals("execute")
                    && isDone(String.valueOf(arguments[0]), failure)) {
                return false; // it has no result
            }
            throw failure;
        }
    }

    /** Migrations use plain statements; prepared ones are Flyway's own. */
    private @Nullable Object wrapped(Class<?> type, @Nullable Object result) {
        return switch (result) {
            case Connection connection
            when type == Connection.class -> proxy(Connection.class, connection);
            case Statement statement
            when type == Statement.class -> proxy(Statement.class, statement);
            case null, default -> result;
        };
    }

    private boolean isDone(String sql, Throwable failure) {
        boolean done = failure instanceof SQLException error
                && DONE_BEFORE.entrySet().stream()
                        .filter(statement -> statement.getKey().matcher(sql).lookingAt())
                        .anyMatch(statement -> statement.getValue().contains(error.getErrorCode()));
        if (done) {
            repeated.add(sql);
        }
        return done;
    }
}
