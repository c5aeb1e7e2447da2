package com.acmecorp.database.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a person does to a server of ours with SQL of their own, past the whole system: for attacks on it. Blocks. */
public final class SqlByHand {

    private SqlByHand() {}

    /**
     * Carries out statements that are written down somewhere, each on its own.
     *
     * @return how many rows they changed
     */
    public static int run(EmbeddedMariaDb database, List<String> statements) {
        String url = "jdbc:mariadb://127.0.0.1:%d/%s"
                .formatted(database.port(), database.databaseName());
        try (Connection connection =
                        DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            int changed = 0;
            for (String sql : statements) {
                changed += statement.executeUpdate(sql);
            }
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException("nothing can be done by hand", e);
        }
    }
}
