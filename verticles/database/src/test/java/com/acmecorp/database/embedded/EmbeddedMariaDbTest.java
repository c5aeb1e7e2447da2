package com.acmecorp.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** All tests share one home, because only its first start takes seconds; each leaves it stopped. */
final class EmbeddedMariaDbTest {

    private static final Path DATA =
            Path.of("target", "embedded MariaDB of #tests").toAbsolutePath();

    private final List<String> progress = new ArrayList<>();
    private final List<EmbeddedMariaDb> started = new ArrayList<>();

    @BeforeAll
    static void emptyTheHome() throws IOException {
        FileUtils.deleteDirectory(DATA.toFile());
    }

    @AfterEach
    void stopServers() {
        started.forEach(EmbeddedMariaDb::stop);
    }

    @Test
    void keepsItsDataFromOneStartToTheNext() throws SQLException {
        EmbeddedMariaDb first = start(0);
        run(first, "CREATE OR REPLACE TABLE plants (name VARCHAR(100))");
        run(first, "INSERT INTO plants VALUES ('Bonsái 🌱')");
        first.stop();

        assertThat(ask(start(0), "SELECT name FROM plants")).isEqualTo("Bonsái 🌱");
    }

    @Test
    void losesNothingThatItHasCommitted() throws SQLException {
        EmbeddedMariaDb database = start(0);

        assertThat(ask(database, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(ask(database, "SELECT @@log_bin")).isEqualTo("0");
        assertThat(ask(database, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
    }

    @Test
    void letsItsUserInWithItsPasswordAndIntoItsDatabaseOnly() throws Exception {
        EmbeddedMariaDb database = start(0);

        assertThatThrownBy(() -> connect(database, database.user(), "wrong").close())
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> connect(database, "root", "").close())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> run(database, "CREATE DATABASE other"))
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> ask(database, "SELECT user FROM mysql.user"))
                .hasMessageContaining("denied");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(DATA.resolve("mariadb").resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isStoppedForGoodAndMoreThanOnce() {
        EmbeddedMariaDb database = start(0);
        database.stop();
        database.stop();

        assertThatThrownBy(() ->
                        connect(database, database.user(), database.password()).close())
                .isInstanceOf(SQLException.class);
        assertThat(start(database.port()).port()).isEqualTo(database.port());
    }

    @Test
    void isStartedAgainWhereItWasWhenItEndsByItself() throws Exception {
        EmbeddedMariaDb database = start(0);
        run(database, "CREATE OR REPLACE TABLE kept (number INT)");
        run(database, "INSERT INTO kept VALUES (7)");
        for (int time = 0; time < 2; time++) {
            killServer();

            assertThat(askUntilAnswered(database, "SELECT number FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void staysStoppedWhenItEndedByItselfJustBefore() throws Exception {
        EmbeddedMariaDb database = start(0);
        killServer();
        database.stop();

        assertThat(servers()).isEmpty();
        assertThat(ask(start(database.port()), "SELECT 1")).isEqualTo("1");
    }

    private static void killServer() throws Exception {
        ProcessHandle server = servers().getFirst();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
    }

    private static List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").startsWith(DATA.toString()))
                .toList();
    }

    private static String askUntilAnswered(EmbeddedMariaDb database, String query)
            throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return ask(database, query);
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    @Test
    void refusesToStartTwiceInOneProcess() throws SQLException {
        EmbeddedMariaDb database = start(0);

        assertThatThrownBy(() -> start(0))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("is in use by a running process");
        assertThat(ask(database, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void waitsForNoOtherProcessButTakesOverWhenThatWasKilled() throws Exception {
        Process other = StartedElsewhere.in(DATA);
        try {
            assertThatThrownBy(() -> start(0))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("is in use by a running process");
        } finally {
            other.destroyForcibly().waitFor();
        }

        assertThat(ask(start(0), "SELECT COUNT(*) FROM started")).isEqualTo("1");
        assertThat(progress)
                .singleElement()
                .asString()
                .startsWith("Stopping the database server that a killed");
    }

    @Test
    void saysThatItsDirectoryCantBeWritten(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedMariaDb.start(file, 0, progress::add))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("can't keep its files in " + file);
    }

    @Test
    void saysThatItsPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("can't have port " + taken.getLocalPort());
        }
        start(0);
    }

    @Test
    void saysWhereToLookWhenTheServerEndsAtItsStart() throws IOException {
        start(0).stop();
        Path data = DATA.resolve("mariadb").resolve("data");
        Path kept = Files.move(data, data.resolveSibling("data.kept"));
        Files.createDirectory(data);
        try {
            assertThatThrownBy(() -> start(0))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("mariadb.log ends with: ")
                    .hasMessageContaining("mysql.db' doesn't exist");
        } finally {
            FileUtils.deleteDirectory(data.toFile());
            Files.move(kept, data);
        }
    }

    @Test
    void unpacksItsProgramAgainWhenSomeOfItIsGone() throws Exception {
        EmbeddedMariaDb database = start(0);
        run(database, "CREATE OR REPLACE TABLE kept_on (number INT)");
        database.stop();
        Path home = DATA.resolve("mariadb");
        try (Stream<Path> files = Files.list(home)) {
            Path base = files.filter(file -> file.getFileName().toString().startsWith("base-"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(base.resolve("bin").resolve("mariadbd"));
        }

        assertThat(ask(start(0), "SELECT COUNT(*) FROM kept_on")).isEqualTo("0");
        assertThat(progress).contains("Unpacking the database server, this once");
    }

    private EmbeddedMariaDb start(int port) {
        EmbeddedMariaDb database = EmbeddedMariaDb.start(DATA, port, progress::add);
        started.add(database);
        return database;
    }

    private static Connection connect(EmbeddedMariaDb database, String user, String password)
            throws SQLException {
        String url = "jdbc:mariadb://127.0.0.1:%d/%s"
                .formatted(database.port(), database.databaseName());
        return DriverManager.getConnection(url, user, password);
    }

    static void run(EmbeddedMariaDb database, String statement) throws SQLException {
        try (Connection connection = connect(database, database.user(), database.password());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String ask(EmbeddedMariaDb database, String query) throws SQLException {
        try (Connection connection = connect(database, database.user(), database.password());
                Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
