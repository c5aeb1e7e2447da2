package com.acmecorp.app.systemtest;

import com.acmecorp.app.systemtest.TestRecords.TestOrder;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a test ended.
 *
 * @param acknowledged orders that the system promised
 * @param interrupted requests that had no clear answer and were sent again
 * @param differences between promises and records, each a sentence; none when all is well
 * @param broken sentences about requests that the system had begun to work for, and failed nevertheless
 */
public record TestOutcome(
        int acknowledged, int interrupted, List<String> differences, List<String> broken) {

    static TestOutcome of(TestResult result) {
        Purchases purchases = result.purchases();
        return new TestOutcome(
                purchases.receipts().size(),
                purchases.interruptions().size(),
                result.verdict().differences(),
                broken(purchases, acceptedAtMs(result.orders())));
    }

    private static Map<Long, Long> acceptedAtMs(List<TestOrder> orders) {
        return orders.stream()
                .collect(Collectors.toMap(
                        TestOrder::orderId, TestOrder::acceptedAtMs, (first, second) -> first));
    }

    /** A refusal was worked for, and so was a request whose order had been accepted before its answer was lost. */
    private static List<String> broken(Purchases purchases, Map<Long, Long> acceptedAtMs) {
        Map<String, Long> orders = purchases.receipts().stream()
                .collect(Collectors.toMap(Receipt::key, Receipt::orderId));
        return purchases.interruptions().stream()
                .filter(cut -> cut.answer() instanceof Answer.Refused
                        || acceptedAtMs.getOrDefault(orders.get(cut.key()), Long.MAX_VALUE)
                                < cut.atMs())
                .map(cut -> "key " + cut.key() + ": " + cut.answer())
                .toList();
    }
}
