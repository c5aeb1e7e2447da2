package com.acmecorp.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A connection on which a test says what it likes. */
final class Talk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(2);

    private final Socket socket;

    Talk(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    void say(String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one byte after the other, until there is an answer; answers that. */
    String sayByteByByte(String words) throws IOException {
        for (byte next : words.getBytes(StandardCharsets.UTF_8)) {
            if (socket.getInputStream().available() > 0) {
                return hearAll();
            }
            socket.getOutputStream().write(next);
            LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
        }
        return "";
    }

    /** All that comes until there is that text. */
    String hear(String end) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after " + heard);
            }
            heard.append((char) next);
        }
        return heard.toString();
    }

    /** All that comes until the connection is closed. */
    String hearAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
