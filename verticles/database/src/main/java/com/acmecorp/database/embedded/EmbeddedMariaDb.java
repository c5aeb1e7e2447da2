package com.acmecorp.database.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A running MariaDB server of our own. It answers on 127.0.0.1 only, to one user who may do
 * anything in one database and nothing elsewhere; what it has committed survives the end of this
 * process and of the machine.
 *
 * <p>If it ends by itself, it is started again on the same data and port; where its disk is full, as soon as there is
 * room.
 *
 * <p>It runs until {@link #stop} is called, not until the JVM begins to shut down: whoever still
 * has something to write then can write it. If the process is killed, the server lives on without
 * it, and the next start stops it.
 */
public final class EmbeddedMariaDb {

    private static final String DATABASE = "acme";
    private static final String USER = "acme";

    private final ServerHome home;
    private final ServerWatch server;
    private final int port;
    private final String password;

    private EmbeddedMariaDb(ServerHome home, ServerWatch server, int port, String password) {
        this.home = home;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server and returns when it answers. Blocks: under a second, but some seconds the
     * first time, when the program is unpacked and the database created.
     *
     * @param dataDirectory made where it is missing; the server keeps everything in its folder
     *     {@code mariadb}
     * @param port of 127.0.0.1; 0 for a free one
     * @param progress is told, in the words of a person, what takes long or is unusual
     * @throws DatabaseStartException when the directory can't be written, its disk is full or another process has it,
     *     when the port is taken, and when the server ends instead of answering
     */
    public static EmbeddedMariaDb start(Path dataDirectory, int port, Consumer<String> progress) {
        return start(dataDirectory, port, progress, () -> {});
    }

    /**
     * The same.
     *
     * @param onRestart is told, on a thread of ours, each time the server had ended by itself and runs again
     */
    public static EmbeddedMariaDb start(
            Path dataDirectory, int port, Consumer<String> progress, Runnable onRestart) {
        return start(dataDirectory, port, progress, onRestart, "");
    }

    /** The same on a free port, with an account beside ours that may have the server take no writes, as an operator may. */
    public static EmbeddedMariaDb startWithOperator(Path dataDirectory) {
        return start(dataDirectory, 0, _ -> {}, () -> {}, SqlByHand.OPERATOR_SCRIPT);
    }

    private static EmbeddedMariaDb start(
            Path dataDirectory,
            int port,
            Consumer<String> progress,
            Runnable onRestart,
            String furtherAccounts) {
        ServerHome home = ServerHome.take(dataDirectory);
        boolean started = false;
        try {
            ServerProcess.stopOrphans(home, progress);
            EmbeddedMariaDb database =
                    startIn(home, free(port), progress, onRestart, furtherAccounts);
            started = true;
            return database;
        } catch (IOException e) {
            throw home.unusable(e);
        } finally {
            if (!started) {
                home.leave();
            }
        }
    }

    private static EmbeddedMariaDb startIn(
            ServerHome home,
            int port,
            Consumer<String> progress,
            Runnable onRestart,
            String furtherAccounts)
            throws IOException {
        requireRoom(home);
        ServerProgram program = ServerProgram.unpackIn(home, progress);
        program.writeOptions(port);
        program.createDataIfMissing(progress);
        String password = home.password();
        home.writePrivately(
                home.accountScript(),
                accountScript(password) + furtherAccounts.formatted(password));
        return new EmbeddedMariaDb(home, ServerWatch.start(program, onRestart), port, password);
    }

    /** A server that lacks it would wait for it silently. */
    private static void requireRoom(ServerHome home) throws IOException {
        Optional<String> lack = home.lackOfRoom();
        if (lack.isPresent()) {
            throw new DatabaseStartException(lack.get());
        }
    }

    /** Asks the system rather than the server, whose own words for a taken port are many. */
    private static int free(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return probe.getLocalPort();
        } catch (BindException e) {
            throw new DatabaseStartException(
                    ("The database can't have port %d of 127.0.0.1 (%s);"
                                    + " free it, or choose another one (0 takes any that is free).")
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    /**
     * The server runs it as its administrator before it answers anyone; doing it again each time
     * changes nothing.
     */
    private static String accountScript(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE USER IF NOT EXISTS %2$s@127.0.0.1;
                ALTER USER %2$s@127.0.0.1 IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON %1$s.* TO %2$s@127.0.0.1;
                """.formatted(DATABASE, USER, password);
    }

    public int port() {
        return port;
    }

    public String databaseName() {
        return DATABASE;
    }

    public String user() {
        return USER;
    }

    /** Random, made on the first start. */
    public String password() {
        return password;
    }

    /** What a person should know when the disk is full, or so nearly that the server may end of it. Blocks for a moment. */
    public Optional<String> lackOfRoom() throws IOException {
        return home.lackOfRoom();
    }

    /** Stops the server and waits for its end. Blocks; a second call does nothing. */
    public void stop() {
        server.stop();
        home.leave();
    }
}
