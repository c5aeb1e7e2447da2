package com.acmecorp.app.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * What came back over the line.
 *
 * @param text all of it; empty when nothing came
 * @param ending how the connection ended
 * @param millis how long it took
 */
record RawAnswer(String text, String ending, long millis) {

    private static final int PATIENCE_MS = 15_000;
    private static final int MOST_BYTES = 8_000_000;
    private static final String CONTINUE = "HTTP/1.1 100 ";
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** Sends a request to that port of this machine, and waits until the connection is closed. */
    static RawAnswer to(RawRequest request, int port) {
        long begin = System.nanoTime();
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        String ending = "closed";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.bytes().getBytes());
            listen(socket.getInputStream(), heard);
        } catch (IOException e) {
            // Whoever refuses a body may hang up while it is being sent; what came before that
            // counts.
            ending = e.toString();
        }
        return new RawAnswer(
                heard.toString(UTF_8), ending, (System.nanoTime() - begin) / 1_000_000);
    }

    private static void listen(InputStream line, ByteArrayOutputStream heard) throws IOException {
        byte[] part = new byte[8_192];
        for (int length = line.read(part);
                length >= 0 && heard.size() < MOST_BYTES;
                length = line.read(part)) {
            heard.write(part, 0, length);
        }
    }

    /** 0 when there is no answer. */
    int status() {
        String answer = last();
        return answer.matches("(?s)HTTP/1\\.[01] [1-5][0-9][0-9] .*")
                ? Integer.parseInt(answer.substring(9, 12))
                : 0;
    }

    boolean hasHeader(String header) {
        String head = last().split(END_OF_HEAD, 2)[0].toLowerCase(Locale.ROOT);
        return head.contains("\r\n" + header.toLowerCase(Locale.ROOT));
    }

    String body() {
        String[] parts = last().split(END_OF_HEAD, 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private String last() {
        return text.startsWith(CONTINUE)
                ? text.substring(text.indexOf(END_OF_HEAD) + END_OF_HEAD.length())
                : text;
    }
}
