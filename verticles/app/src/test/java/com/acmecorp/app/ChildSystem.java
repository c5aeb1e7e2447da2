package com.acmecorp.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The system as a process of its own, started from the test's class path: one that can be killed. */
public final class ChildSystem {

    private static final int START_TIMEOUT_S = 60;
    private static final int STOP_TIMEOUT_S = 30;

    private final Process process;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<String> up = new CompletableFuture<>();
    private final CompletableFuture<Void> busy = new CompletableFuture<>();
    private final long busyAfterSteps;
    private long steps;

    private ChildSystem(Process process, long busyAfterSteps) {
        this.process = process;
        this.busyAfterSteps = busyAfterSteps;
        Thread.ofVirtual().start(this::listen);
    }

    /**
     * Starts it and waits until it is up.
     *
     * @param busyAfterSteps business steps after which it counts as {@link #awaitBusy busy}
     */
    public static ChildSystem start(Map<String, String> settings, long busyAfterSteps)
            throws Exception {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run");
        Stream<String> set = settings.entrySet().stream()
                .map(value -> "--set=" + value.getKey() + "=" + value.getValue());
        Process process = new ProcessBuilder(Stream.concat(java, set).toList())
                .redirectErrorStream(true)
                .start();
        ChildSystem system = new ChildSystem(process, busyAfterSteps);
        system.up.get(START_TIMEOUT_S, TimeUnit.SECONDS);
        return system;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(this::hear);
        } catch (IOException | UncheckedIOException e) {
            up.completeExceptionally(e);
        } finally {
            up.completeExceptionally(
                    new IllegalStateException("it ended: " + String.join("\n", told)));
        }
    }

    private void hear(String line) {
        told.add(line);
        if (line.contains("orderId=") && ++steps == busyAfterSteps) {
            busy.complete(null);
        }
        if (line.contains("ACME Potted Plants is open")) {
            up.complete(line);
        }
    }

    /** Ends when it has done so many steps that it must be in the middle of things. */
    public void awaitBusy() throws Exception {
        busy.get(START_TIMEOUT_S, TimeUnit.SECONDS);
    }

    /** Kills it the way that leaves it no time for anything. */
    public void kill() throws Exception {
        process.destroyForcibly().waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS);
    }

    /** Asks it to stop, if it hasn't yet, and answers its exit code. */
    public int stop() throws Exception {
        process.destroy();
        if (!process.waitFor(STOP_TIMEOUT_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it didn't stop: " + String.join("\n", told));
        }
        return process.exitValue();
    }

    /** What it printed so far. */
    public List<String> told() {
        synchronized (told) {
            return List.copyOf(told);
        }
    }
}
