package com.acmecorp.app.systemtest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What the client knows after it has placed a test's orders; filled by one thread. */
final class Purchases {

    private final long beganAt = System.nanoTime();
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<Long> answerNanos = new ArrayList<>();
    private final List<Answer> failures = new ArrayList<>();
    private final List<Interruption> interruptions = new ArrayList<>();
    private long firstPromiseAt = beganAt;
    private long lastAnswerAt = beganAt;
    private volatile int answered;
    private int retries;

    void acknowledge(String key, long orderId, long sentAt) {
        note();
        if (receipts.isEmpty()) {
            firstPromiseAt = lastAnswerAt;
        }
        receipts.add(new Receipt(key, orderId, System.currentTimeMillis()));
        answerNanos.add(lastAnswerAt - sentAt);
    }

    void fail(Answer answer) {
        note();
        failures.add(answer);
    }

    private void note() {
        lastAnswerAt = System.nanoTime();
        int before = answered;
        answered = before + 1;
    }

    void interrupt(String key, Answer answer) {
        interruptions.add(new Interruption(key, answer, System.currentTimeMillis()));
    }

    void retry() {
        retries++;
    }

    /** What the system promised, in the order of its promises. */
    List<Receipt> receipts() {
        return receipts;
    }

    /** The orders that the system promised, in the order of its promises. */
    List<Long> acknowledged() {
        return receipts.stream().map(Receipt::orderId).toList();
    }

    /** What is wrong with the promises themselves, each a sentence: each order has a key of its own, and so a number of its own. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        failures.forEach(failure -> differences.add("a request wasn't acknowledged: " + failure));
        Set<Long> seen = new HashSet<>();
        acknowledged().stream()
                .filter(id -> !seen.add(id))
                .forEach(id -> differences.add(
                        "order " + id + ": two requests were given the same number"));
        return differences;
    }

    /** The orders that ended without a promise. */
    List<Answer> failures() {
        return failures;
    }

    /** The requests that had no clear answer and were sent again. */
    List<Interruption> interruptions() {
        return interruptions;
    }

    /** How often the system asked to be asked again. */
    int retries() {
        return retries;
    }

    /** Orders that are answered for good; may be asked by any thread. */
    int answered() {
        return answered;
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
