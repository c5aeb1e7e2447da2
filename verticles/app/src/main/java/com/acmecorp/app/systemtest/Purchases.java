package com.acmecorp.app.systemtest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the client knows after it has placed a test's orders; filled by one thread. */
final class Purchases {

    private final long beganAt = System.nanoTime();
    private final List<Long> acknowledged = new ArrayList<>();
    private final List<Long> answerNanos = new ArrayList<>();
    private final List<Answer> failures = new ArrayList<>();
    private long firstPromiseAt = beganAt;
    private long lastAnswerAt = beganAt;
    private int retries;

    void acknowledge(long orderId, long sentAt) {
        lastAnswerAt = System.nanoTime();
        if (acknowledged.isEmpty()) {
            firstPromiseAt = lastAnswerAt;
        }
        acknowledged.add(orderId);
        answerNanos.add(lastAnswerAt - sentAt);
    }

    void fail(Answer answer) {
        lastAnswerAt = System.nanoTime();
        failures.add(answer);
    }

    void retry() {
        retries++;
    }

    /** The orders that the system promised, in the order of its promises. */
    List<Long> acknowledged() {
        return acknowledged;
    }

    /** The requests that ended without a promise. */
    List<Answer> failures() {
        return failures;
    }

    /** How often the system asked to be asked again. */
    int retries() {
        return retries;
    }

    int answered() {
        return acknowledged.size() + failures.size();
    }

    /** How long createOrder took, as the client saw it. */
    Percentiles answerMs() {
        return Percentiles.of(answerNanos.stream().mapToLong(TimeUnit.NANOSECONDS::toMillis));
    }

    /** From the first request to the first acknowledgement: the server's own times begin before that ends. */
    long firstPromiseMs() {
        return TimeUnit.NANOSECONDS.toMillis(firstPromiseAt - beganAt);
    }

    /** From the first request to the last answer. */
    long tookMs() {
        return TimeUnit.NANOSECONDS.toMillis(lastAnswerAt - beganAt);
    }
}
