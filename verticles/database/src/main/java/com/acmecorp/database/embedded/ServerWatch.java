package com.acmecorp.database.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;

/**
 * Keeps a server running: one that ends by itself is started again on the same data and the same
 * port. What was committed is there again; who was connected has to connect anew.
 */
final class ServerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    /** In a row; a server that ran for a while was well, and what ended it is a new misfortune. */
    private static final int MOST_ATTEMPTS = 10;

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

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
            int attempts = 0;
            while (!stopped && attempts < MOST_ATTEMPTS) {
                Duration ran = server.awaitEnd();
                attempts = ran.compareTo(A_WHILE) > 0 ? 1 : attempts + 1;
                startAgain(attempts);
            }
            giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped
        }
    }

    private void startAgain(int attempt) throws InterruptedException {
        LOG.error(
                "the database server ended by itself and is started again (attempt {} of {})",
                attempt,
                MOST_ATTEMPTS);
        Thread.sleep(pause(attempt));
        try {
            server = ServerProcess.start(program);
            LOG.warn("the database server runs again");
            onRestart.run();
        } catch (IOException | DatabaseStartException e) {
            if (!stopped) {
                LOG.error("the database server could not be started again", e);
            }
        }
    }

    private static Duration pause(int attempt) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void giveUp() {
        if (!stopped) {
            LOG.error(
                    "the database server ended {} times in a row and is not started again; its log {} says why",
                    MOST_ATTEMPTS,
                    program.home().log());
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
