package com.acmecorp.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The system as a process of its own, started from this process' class path: one that can be hurt. Started again, it is
 * on the same data and the same ports. Its methods block.
 */
public final class Victim implements AutoCloseable {

    private static final String MAIN = "com.acmecorp.app.Main";
    private static final String IS_UP = "ACME Potted Plants is open";
    private static final int START_LIMIT_S = 60;
    private static final int STOP_LIMIT_S = 30;
    private static final long LOOK_AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final String QUIET_FLAGS =
            "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

    /** As the launcher starts a system, so that this one has its memory and its pauses. */
    private static final String TUNING =
            "-XX:+UseParallelGC -XX:+UseCompactObjectHeaders -Xms256m -Xmx1g";

    private final Path directory;
    private final Map<String, String> settings;
    private final Map<String, String> environment;
    private final List<Process> started = new CopyOnWriteArrayList<>();
    private boolean closed;

    /**
     * A system that isn't running yet.
     *
     * @param directory where it keeps its data, and what it says in {@code system-1.log}, {@code system-2.log} and so on
     * @param settings its own, that directory aside
     */
    public Victim(Path directory, Map<String, String> settings) {
        this(directory, settings, Map.of());
    }

    /**
     * The same.
     *
     * @param environment of its process, beside this process' own
     */
    Victim(Path directory, Map<String, String> settings, Map<String, String> environment) {
        this.directory = directory;
        this.settings = settings;
        this.environment = environment;
    }

    /** Starts it, once more where it has ended, and waits until it is up. */
    public void start() {
        begin();
        awaitUp(log(started.size()));
    }

    /** Begins to start it, once more where it has ended. */
    void begin() {
        Path log = log(started.size() + 1);
        ProcessBuilder system = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        system.environment().putAll(environment);
        launch(system);
    }

    private void launch(ProcessBuilder system) {
        synchronized (started) {
            if (closed) {
                throw new IllegalStateException("it is over");
            }
            try {
                started.add(system.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private List<String> command() {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> jvm = Stream.of(
                        QUIET_FLAGS, System.getenv().getOrDefault("ACME_JAVA_OPTS", TUNING))
                .flatMap(flags -> Stream.of(flags.strip().split("\\s+")))
                .filter(flag -> !flag.isEmpty());
        Stream<String> main = Stream.of("-cp", System.getProperty("java.class.path"), MAIN, "run");
        Stream<String> set = Stream.concat(
                Stream.of("--set=data.directory=" + data()),
                settings.entrySet().stream()
                        .map(value -> "--set=" + value.getKey() + "=" + value.getValue()));
        return Stream.of(java, jvm, main, set).flatMap(part -> part).toList();
    }

    /** Where it keeps its data. */
    Path data() {
        return directory.resolve("data");
    }

    private void awaitUp(Path log) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_S);
        while (!said(log).contains(IS_UP)) {
            if (!process().isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the system didn't start; its words are in " + log);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
    }

    /** What it has said in all its lives, but for the steps of orders, which may be millions. */
    public List<String> said() {
        return Stream.iterate(1, life -> life + 1)
                .limit(started.size())
                .flatMap(life -> remarks(log(life)).stream())
                .toList();
    }

    private static List<String> remarks(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !isStep(line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isStep(String line) {
        return line.contains(" INFO  ") && line.contains(" orderId=");
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log(int life) {
        return directory.resolve("system-" + life + ".log");
    }

    private Process process() {
        return started.getLast();
    }

    /** Its JVM. */
    ProcessHandle jvm() {
        return process().toHandle();
    }

    boolean hasStarted() {
        return !started.isEmpty();
    }

    boolean isRunning() {
        return hasStarted() && process().isAlive();
    }

    /** Ends it in the way that leaves it no time for anything. */
    public void kill() {
        awaitEnd(process().destroyForcibly());
    }

    /** Asks it to stop, waits until it has, and answers its exit code. */
    public int terminate() {
        process().destroy();
        return awaitEnd(process());
    }

    private int awaitEnd(Process process) {
        try {
            if (!process.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the system didn't stop; its words are in " + log(started.size()));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Its database server. */
    public ProcessHandle database() {
        return servers()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("its database doesn't run"));
    }

    /** By the program that they run, because a killed system is no longer their parent. */
    private Stream<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(program -> Path.of(program).startsWith(data()))
                        .isPresent());
    }

    /** Leaves nothing of it running, whatever state it is in. A second call does nothing. */
    @Override
    public void close() {
        synchronized (started) {
            closed = true;
        }
        started.stream()
                .filter(Process::isAlive)
                .forEach(alive -> awaitEnd(alive.destroyForcibly()));
        servers().forEach(server -> {
            if (server.destroyForcibly()) {
                server.onExit().join();
            }
        });
    }
}
