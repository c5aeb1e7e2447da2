package com.acmecorp.database.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a person does to a server of ours with SQL of their own, past the whole system: for attacks on it. Blocks. */
public final class SqlByHand {

    private static final String OPERATOR = "operator";

    /** Makes the account of an operator; its password, which is still to be put in, is ours. */
    static final String OPERATOR_SCRIPT = """
            CREATE USER IF NOT EXISTS operator@127.0.0.1;
            ALTER USER operator@127.0.0.1 IDENTIFIED BY '%s';
            GRANT READ_ONLY ADMIN ON *.* TO operator@127.0.0.1;
            """;

    private SqlByHand() {}

    /**
     * Carries out statements that are written down somewhere, each on its own.
     *
     * @return how many rows they changed
     */
    public static int run(EmbeddedMariaDb database, List<String> statements) {
        return run(database, database.databaseName(), database.user(), statements);
    }

    /** Has a server that was started with an operator take no writes, or take them again; who reads is answered. */
    public static void readOnly(EmbeddedMariaDb database, boolean now) {
        run(database, "", OPERATOR, List.of("SET GLOBAL read_only = " + (now ? 1 : 0)));
    }

    private static int run(
            EmbeddedMariaDb database, String schema, String user, List<String> statements) {
        String url = "jdbc:mariadb://127.0.0.1:%d/%s".formatted(database.port(), schema);
        try (Connection connection = DriverManager.getConnection(url, user, database.password());
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
