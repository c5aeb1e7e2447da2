package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * Whoever brings the schema up to date may be ended after each statement, by a signal that leaves it no time or by a
 * failure that it can still record: the next one finishes the work, and the schema is what it would have been.
 */
@Timeout(120)
class KilledMigrationTest {

    private static final int MOST_STARTS = 500;

    private static final String COLUMNS = """
            SELECT CONCAT_WS(' ', table_name, ordinal_position, column_name, column_type, is_nullable,
              COALESCE(column_default, '-'), COALESCE(collation_name, '-'))
            FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1""";
    private static final String KEYS = """
            SELECT CONCAT_WS(' ', table_name, index_name, non_unique, seq_in_index, column_name)
            FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1""";
    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()";

    private final Server server = TestServer.another();

    @BeforeEach
    void dropAll() throws SQLException {
        for (String table : ask(server, TABLES)) {
            run("DROP TABLE " + table);
        }
    }

    @Test
    void isFinishedByTheNextStartWhereverItEnded() throws SQLException {
        DyingDatabase database = new DyingDatabase(configuration().getDataSource());
        int starts = 0;
        while (!isMigratedBy(database) && starts < MOST_STARTS) {
            starts++;
        }

        assertThat(starts).as("it died after each statement").isEqualTo(database.statements());
        Migrations.migrate(TestServer.shared());
        assertThat(ask(server, COLUMNS)).isEqualTo(ask(TestServer.shared(), COLUMNS));
        assertThat(ask(server, KEYS)).isEqualTo(ask(TestServer.shared(), KEYS));
        assertThat(ask(server, "SELECT next_id FROM id_blocks")).containsExactly("100000000");
    }

    /** Else a column that two teams add would be taken for one that was added before. */
    @Test
    void findsNothingDoneBeforeOnAnEmptySchema() {
        FluentConfiguration fresh = configuration();
        RepeatableStatements statements = new RepeatableStatements(fresh.getDataSource());

        assertThat(Migrations.run(fresh, statements)).isPositive();
        assertThat(statements.repeated()).isEmpty();
        assertThat(Migrations.run(configuration(), statements)).isZero();
    }

    @Test
    void mendsWhatAnEarlierReleaseLeftForEver() throws SQLException {
        run("CREATE TABLE id_blocks (name VARCHAR(20) CHARACTER SET ascii NOT NULL PRIMARY KEY,"
                + " next_id BIGINT NOT NULL) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4");
        Flyway asItWas = configuration()
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        assertThatThrownBy(asItWas::migrate).hasMessageContaining("already exists");
        assertThatThrownBy(asItWas::migrate).hasMessageContaining("failed");

        Migrations.migrate(server);

        assertThat(ask(server, "SELECT COUNT(*) FROM orders")).containsExactly("0");
    }

    @Test
    void stillFailsOfWhatIsReallyWrong() throws SQLException {
        RepeatableStatements statements =
                new RepeatableStatements(configuration().getDataSource());
        try (Connection connection = statements.dataSource().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE plants (name INT)");
            sql.execute("-- Again.\nCREATE TABLE plants (name INT)");
            assertThatThrownBy(() -> sql.execute("ALTER TABLE plants ADD COLUMN colour PAINT"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> sql.execute("UPDATE plants SET colour = 1"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(statements.repeated()).hasSize(1);
    }

    private static boolean isMigratedBy(DyingDatabase database) throws SQLException {
        DataSource started = database.start();
        try {
            Migrations.run(configuration(), new RepeatableStatements(started));
            return true;
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining(DyingDatabase.DEAD);
            return false;
        }
    }

    private static FluentConfiguration configuration() {
        Server server = TestServer.another();
        return Flyway.configure()
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .jdbcProperties(server.tls().jdbcProperties());
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = TestServer.connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(Server server, String query) throws SQLException {
        try (Connection connection = TestServer.connect(server);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
            return rows;
        }
    }
}
