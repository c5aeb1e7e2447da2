package com.acmecorp.database;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/**
 * A database under whose migrations the process ends after each statement that it carries out for the first time: every
 * other time as if by SIGKILL, with nothing that could still be written, else with a failure of that statement.
 */
final class DyingDatabase {

    static final String DEAD = "the process is dead";

    private static final Pattern OF_A_MIGRATION = Pattern.compile(
            "(?s)(?!.*flyway_schema_history).*\\b(CREATE TABLE|ALTER TABLE|INSERT INTO|UPDATE)\\b.*");

    private final DataSource real;
    private final Set<String> carriedOut = new LinkedHashSet<>();
    private final List<Connection> connections = new ArrayList<>();
    private boolean dead;

    DyingDatabase(DataSource real) {
        this.real = real;
    }

    /** What a new process gets; the connections of the one before end with it. */
    @SuppressWarnings("PMD.CloseResource") // each of them is closed
    DataSource start() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
        connections.clear();
        dead = false;
        return proxy(DataSource.class, real);
    }

    /** How many statements there are in all migrations. */
    int statements() {
        return carriedOut.size();
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null
                        ? DyingDatabase.class.getClassLoader()
                        : type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(target, method, arguments)));
    }

    private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (dead && !method.getName().equals("close")) {
            throw new SQLException(DEAD);
        }
        try {
            Object result = method.invoke(target, arguments);
            if (method.getName().equals("execute") && arguments != null && arguments.length > 0) {
                dieAfter((String) arguments[0]);
            }
            return wrapped(method.getReturnType(), result);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        }
    }

    private void dieAfter(String sql) throws SQLException {
        if (OF_A_MIGRATION.matcher(sql).matches() && carriedOut.add(sql)) {
            dead = carriedOut.size() % 2 == 0;
            throw new SQLException(DEAD);
        }
    }

    private @Nullable Object wrapped(Class<?> type, @Nullable Object result) {
        if (type == Connection.class && result instanceof Connection connection) {
            connections.add(connection);
            return proxy(Connection.class, connection);
        }
        return type == Statement.class && result instanceof Statement statement
                ? proxy(Statement.class, statement)
                : result;
    }
}
