package com.acmecorp.app.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has happened, so that a failure can be understood: the last of it, and a number that stands for all of it. */
final class Trace {

    private static final int KEPT = 60;

    private final SimulatedTime time;
    private final Deque<String> last = new ArrayDeque<>();
    private long sum;

    Trace(SimulatedTime time) {
        this.time = time;
    }

    void add(String what) {
        String line = "%10.3f s  %s".formatted(time.elapsedMs() / 1000.0, what);
        sum = 31 * sum + line.hashCode();
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** Equal for two runs in which the same happened at the same times. */
    long sum() {
        return sum;
    }

    @Override
    public String toString() {
        return String.join("\n", last);
    }
}
