package com.acmecorp.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server at work: our own, or one that a killed process left behind. */
final class ServerProcess {

    /** After a crash with much to recover, a server takes its time. */
    private static final long START_LIMIT_S = 120;

    private static final long STOP_LIMIT_S = 10;
    private static final long LOOK_AGAIN_MS = 10;
    private static final int LAST_LINES = 3;
    private static final String READY = ": ready for connections.";

    private final ProcessHandle process;
    private final CompletableFuture<Duration> life;

    private ServerProcess(ProcessHandle process) {
        long begin = System.nanoTime();
        this.process = process;
        this.life =
                process.onExit().thenApply(ended -> Duration.ofNanos(System.nanoTime() - begin));
    }

    /**
     * Stops what still runs from this home, which is ours alone. A process is known by the program
     * it runs: a pid from a file may be anybody's by now, and a server that was left while it
     * started has not written its own yet.
     */
    static void stopOrphans(ServerHome home, Consumer<String> progress) {
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(process -> runsFrom(home, process))
                .toList();
        for (ProcessHandle orphan : orphans) {
            progress.accept(
                    "Stopping the database server that a killed process left behind (pid %d)"
                            .formatted(orphan.pid()));
            new ServerProcess(orphan).stop();
        }
    }

    private static boolean runsFrom(ServerHome home, ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> Path.of(program).startsWith(home.directory()))
                .isPresent();
    }

    /** Returns when the server answers. */
    static ServerProcess start(ServerProgram program) throws IOException {
        Path log = program.home().log();
        if (Files.exists(log)) {
            Files.move(
                    log, log.resolveSibling("mariadb.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Process process = program.server().start();
        ServerProcess server = new ServerProcess(process.toHandle());
        boolean ready = false;
        try {
            ready = isReadyInTime(process, log);
        } finally {
            if (!ready) {
                server.stop();
            }
        }
        if (!ready) {
            throw new DatabaseStartException(
                    "The database server ended while it started; " + lastWords(log));
        }
        return server;
    }

    private static boolean isReadyInTime(Process process, Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_S);
        boolean ready = false;
        while (!ready && System.nanoTime() < deadline && !hasEnded(process, LOOK_AGAIN_MS)) {
            ready = text(log).contains(READY);
        }
        return ready;
    }

    /** Runs a process to its end, for the server's own tables. */
    static void finish(ProcessBuilder builder, Path log) throws IOException {
        Process process = builder.start();
        if (!hasEnded(process, TimeUnit.SECONDS.toMillis(START_LIMIT_S))
                || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new DatabaseStartException("The database can't be created; " + lastWords(log));
        }
    }

    private static boolean hasEnded(Process process, long withinMs) {
        try {
            return process.waitFor(withinMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseStartException("The start of the database was interrupted.", e);
        }
    }

    private static String lastWords(Path log) throws IOException {
        List<String> lines = text(log).lines().filter(line -> !line.isBlank()).toList();
        List<String> errors =
                lines.stream().filter(line -> line.contains("ERROR")).toList();
        List<String> telling = errors.isEmpty() ? lines : errors;
        List<String> last =
                telling.subList(Math.max(0, telling.size() - LAST_LINES), telling.size());
        return "its log %s ends with: %s".formatted(log, String.join(" / ", last));
    }

    /** Whatever its encoding: it is only looked at. */
    private static String text(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    }

    /** Waits until it has ended, whyever, and answers for how long it ran. */
    Duration awaitEnd() throws InterruptedException {
        try {
            return life.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of the server can't be awaited", e);
        }
    }

    /**
     * Asks it to end and makes it end: what is committed is safe either way. A second call does
     * nothing.
     */
    void stop() {
        CompletableFuture<ProcessHandle> ended = process.onExit();
        process.destroy();
        ended.copy()
                .orTimeout(STOP_LIMIT_S, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    process.destroyForcibly();
                    return process;
                })
                .join();
        ended.join();
    }
}
