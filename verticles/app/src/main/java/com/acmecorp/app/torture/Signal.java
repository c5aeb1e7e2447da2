package com.acmecorp.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Signals that Java itself can't send. */
enum Signal {
    /** The process stays, with all its connections, and does nothing. */
    STOP,
    /** It goes on. */
    CONT;

    private static final int LIMIT_S = 5;

    void sendTo(ProcessHandle process) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name(), String.valueOf(process.pid()))
                    .inheritIO()
                    .start();
            if (!kill.waitFor(LIMIT_S, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("the signal %s could not be sent".formatted(this));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
