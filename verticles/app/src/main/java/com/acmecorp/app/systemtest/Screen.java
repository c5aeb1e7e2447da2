package com.acmecorp.app.systemtest;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Shows how far a test is: a bar that moves on a terminal, now and then a line elsewhere. */
public final class Screen {

    private static final int BAR_WIDTH = 30;
    private static final int TERMINAL_INTERVAL_MS = 250;
    private static final int PLAIN_INTERVAL_MS = 2_000;
    private static final String ERASE_LINE = "\r\u001B[K";

    private final PrintWriter out;
    private final boolean terminal;

    public Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again when nobody is there
    public static Screen stdout() {
        Console console = System.console();
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        return new Screen(out, console != null && console.isTerminal());
    }

    int intervalMs() {
        return terminal ? TERMINAL_INTERVAL_MS : PLAIN_INTERVAL_MS;
    }

    void show(int orders, long answered, long booked) {
        String bar = terminal ? bar((double) booked / orders) + " " : "";
        show("%s%,d orders: %,d answered, %,d DELIVERY_BOOKED"
                .formatted(bar, orders, answered, booked));
    }

    public void show(String line) {
        if (terminal) {
            out.print(ERASE_LINE + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Makes room for lines that stay. */
    public void clear() {
        if (terminal) {
            out.print(ERASE_LINE);
            out.flush();
        }
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String bar(double share) {
        int filled = (int) Math.round(Math.min(1, share) * BAR_WIDTH);
        return "[" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "]";
    }
}
