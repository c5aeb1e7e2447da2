package com.acmecorp.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.encoder.Encoder;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes log lines to stdout from a thread of its own, all that have gathered in one go: an event loop pays for a place
 * in a queue, not for a system call. No line is lost: a full queue is waited for, and a stop writes what is left.
 * (Logback's own AsyncAppender writes each line by itself; logstash's needs the JVM's Unsafe, which warns about it.)
 */
public final class BatchingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final int QUEUE_SIZE = 8_192;
    private static final int BUFFER_BYTES = 65_536;
    private static final long STOP_TIMEOUT_MS = TimeUnit.SECONDS.toMillis(5);
    private static final ILoggingEvent END = new LoggingEvent();

    private final BlockingQueue<ILoggingEvent> lines = new ArrayBlockingQueue<>(QUEUE_SIZE);
    private final Thread writer = Thread.ofPlatform().name("log").daemon().unstarted(this::write);
    private OutputStream out =
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES);
    private @Nullable Encoder<ILoggingEvent> encoder;

    /** Called by logback with what its configuration says. */
    public void setEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    void setOut(OutputStream out) {
        this.out = out;
    }

    @Override
    public void start() {
        writer.start();
        super.start();
    }

    @Override
    protected void append(ILoggingEvent line) {
        line.prepareForDeferredProcessing();
        enqueue(line);
    }

    @Override
    public void stop() {
        if (isStarted()) {
            super.stop();
            enqueue(END);
            awaitWriter();
        }
    }

    private void enqueue(ILoggingEvent line) {
        try {
            lines.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWriter() {
        try {
            writer.join(STOP_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        List<ILoggingEvent> gathered = new ArrayList<>();
        while (!gathered.contains(END)) {
            gathered.clear();
            gather(gathered);
            write(gathered);
        }
    }

    private void gather(List<ILoggingEvent> gathered) {
        try {
            gathered.add(lines.take());
            lines.drainTo(gathered);
        } catch (InterruptedException e) {
            gathered.add(END);
        }
    }

    private void write(List<ILoggingEvent> gathered) {
        try {
            for (ILoggingEvent line : gathered) {
                if (line != END) {
                    out.write(Objects.requireNonNull(encoder).encode(line));
                }
            }
            out.flush();
        } catch (IOException | RuntimeException e) {
            addError("lines couldn't be written", e);
        }
    }
}
