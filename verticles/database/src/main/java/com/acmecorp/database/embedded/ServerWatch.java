package com.acmecorp.database.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a server running: one that ends by itself is started again on the same data and the same
 * port, however often that takes: a system without its database is of no use to anybody. What was
 * committed is there again; who was connected has to connect anew.
 */
final class ServerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    /** A server that ran for that long was well, and what ended it is a new misfortune. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration LOOK_FOR_ROOM = Duration.ofMillis(500);

    private final ServerProgram program;
    private final Runnable onRestart;
    private final Thread watch =
            Thread.ofPlatform().name("database watch").daemon().unstarted(this::watch);
    private volatile ServerProcess server;
    private volatile boolean stopped;

    private ServerWatch(ServerProgram program, ServerProcess server, Runnable onRestart) {
        this.program = program;
        this.onRestart = onRestart;
        this.server = server;
    }

    /**
     * Starts the server and returns when it answers.
     *
     * @param onRestart is told, on a thread of ours, each time it runs again
     */
    static ServerWatch start(ServerProgram program, Runnable onRestart) throws IOException {
        ServerWatch watch = new ServerWatch(program, ServerProcess.start(program), onRestart);
        watch.watch.start();
        return watch;
    }

    private void watch() {
        try {
            int attempt = 0;
            while (!stopped) {
                Duration ran = server.awaitEnd();
                LOG.error("the database server ended by itself and is started again");
                attempt = ran.compareTo(A_WHILE) > 0 ? 1 : attempt + 1;
                while (!stopped && !startAgain(attempt)) {
                    attempt++;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped
        }
    }

    private boolean startAgain(int attempt) throws InterruptedException {
        Thread.sleep(pause(attempt));
        try {
            awaitRoom();
            server = ServerProcess.start(program);
            LOG.warn("the database server runs again");
            onRestart.run();
            return true;
        } catch (IOException | DatabaseStartException e) {
            if (!stopped) {
                LOG.error("the database server could not be started again, attempt {}", attempt, e);
            }
            return false;
        }
    }

    private static Duration pause(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    }

    /** A server that finds its disk full at its start looks again once a minute only. */
    private void awaitRoom() throws IOException, InterruptedException {
        Optional<String> lack = program.home().lackOfRoom();
        lack.ifPresent(full ->
                LOG.error("the database server is started as soon as there is room: {}", full));
        while (lack.isPresent()) {
            Thread.sleep(LOOK_FOR_ROOM);
            lack = program.home().lackOfRoom();
        }
    }

    /** Stops the server and waits for its end; a second call does nothing. */
    void stop() {
        stopped = true;
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }
}
