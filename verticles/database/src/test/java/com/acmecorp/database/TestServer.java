package com.acmecorp.database;

import com.acmecorp.database.Tls.Mode;
import com.acmecorp.database.embedded.EmbeddedMariaDb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The server that all test classes of the module share: an embedded MariaDB or, where the environment names one, any
 * other, on which they get a schema of their own that goes with them.
 */
final class TestServer {

    private static final Server SHARED = start("test-database");

    private TestServer() {}

    static Server shared() {
        return SHARED;
    }

    /** Whether it is one that the environment names; such a one offers TLS. */
    static boolean isForeign() {
        return !environment("URL").isEmpty();
    }

    /** Another schema, for the tests of migrations. */
    static Server another() {
        return Another.SERVER;
    }

    /** Started for the first test that needs it. */
    private static final class Another {

        static final Server SERVER = start("another-database");
    }

    private static Server start(String name) {
        return isForeign() ? freshSchema() : embedded(name);
    }

    private static Server embedded(String name) {
        EmbeddedMariaDb server = EmbeddedMariaDb.start(Path.of("target", name), 0, line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return new Server(
                "127.0.0.1",
                server.port(),
                server.databaseName(),
                server.user(),
                server.password(),
                Tls.OFF);
    }

    /** The name in the URL is only how the schema's name begins: nothing that was there before is touched. */
    private static Server freshSchema() {
        String certificates = environment("CERTIFICATES");
        Server named = Server.of(
                environment("URL"),
                environment("USER"),
                environment("PASSWORD"),
                certificates.isEmpty() ? Tls.PREFERRED : new Tls(Mode.VERIFIED, certificates));
        String schema = named.schema() + "_" + System.nanoTime();
        run(named, "CREATE DATABASE " + schema);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> run(named, "DROP DATABASE " + schema)));
        return in(schema, named);
    }

    private static String environment(String name) {
        return System.getenv().getOrDefault("ACME_TEST_MYSQL_" + name, "");
    }

    private static void run(Server server, String sql) {
        try (Connection connection = connect(in("", server));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By JDBC, as migrations do. */
    static Connection connect(Server server) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(server.tls().jdbcProperties());
        properties.put("user", server.user());
        properties.put("password", server.password());
        return DriverManager.getConnection(server.jdbcUrl(), properties);
    }

    private static Server in(String schema, Server server) {
        return new Server(
                server.host(),
                server.port(),
                schema,
                server.user(),
                server.password(),
                server.tls());
    }
}
