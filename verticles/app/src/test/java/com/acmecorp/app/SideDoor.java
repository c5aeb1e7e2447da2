package com.acmecorp.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** SQL past the database context, for tests that break what it would never break itself. */
record SideDoor(Path data, int port) {

    /** Runs a statement with those values. */
    int run(String sql, Object... values) throws SQLException, IOException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return statement.executeUpdate();
        }
    }

    /** One text that SQL answers. */
    String text(String sql, Object... values) throws SQLException, IOException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private Connection connect() throws SQLException, IOException {
        String password = Files.readString(data.resolve("mariadb/password")).strip();
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:%d/acme".formatted(port), "acme", password);
    }
}
