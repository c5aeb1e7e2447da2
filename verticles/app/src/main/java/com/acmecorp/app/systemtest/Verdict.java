package com.acmecorp.app.systemtest;

import com.acmecorp.app.systemtest.TestRecords.Audit;
import com.acmecorp.app.systemtest.TestRecords.TestOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what the system promised with what it did.
 *
 * @param differences each a sentence that names its order, where it is about one
 */
record Verdict(List<String> differences) {

    static final int EVENTS_OF_AN_ORDER = 5;
    private static final int EMAILS_OF_AN_ORDER = 3;
    static final int LINES_OF_A_SALE = 2;
    static final String PAYS_UPFRONT = "B2C";

    /** Judges a test. Each order was asked for under a key of its own, so one that nobody was promised is one twice. */
    static Verdict of(Purchases purchases, List<TestOrder> found, Audit audit) {
        List<String> differences = new ArrayList<>(purchases.differences());
        compare(Set.copyOf(purchases.acknowledged()), found, differences);
        audit(found.size(), audit, differences);
        long upfront = found.stream()
                .filter(order -> order.customerType().equals(PAYS_UPFRONT))
                .count();
        expect("payments", upfront, audit.payments(), differences);
        return new Verdict(List.copyOf(differences));
    }

    boolean isGood() {
        return differences.isEmpty();
    }

    /** Names what is missing, there twice, not at its end or there although nobody was promised it. */
    private static void compare(
            Set<Long> promised, List<TestOrder> found, List<String> differences) {
        Map<Long, List<TestOrder>> byId = found.stream()
                .collect(Collectors.groupingBy(
                        TestOrder::orderId, TreeMap::new, Collectors.toList()));
        promised.stream()
                .filter(id -> !byId.containsKey(id))
                .sorted()
                .forEach(id -> differences.add("order " + id + ": is missing"));
        byId.forEach((id, copies) -> {
            if (copies.size() > 1) {
                differences.add("order " + id + ": is there " + copies.size() + " times");
            }
            copies.stream()
                    .filter(copy -> !copy.status().equals("DELIVERY_BOOKED"))
                    .forEach(
                            copy -> differences.add("order " + id + ": is still " + copy.status()));
        });
        Set<Long> unasked = new TreeSet<>(byId.keySet());
        unasked.removeAll(promised);
        unasked.forEach(
                id -> differences.add("order " + id + ": is there, but was never acknowledged"));
    }

    private static void audit(long orders, Audit audit, List<String> differences) {
        expect("rows of orders", orders, audit.orders(), differences);
        expect("events in the journal", EVENTS_OF_AN_ORDER * orders, audit.events(), differences);
        expect(
                "events that every subscriber has",
                EVENTS_OF_AN_ORDER * orders,
                audit.eventsDispatched(),
                differences);
        expect("ledger entries", orders, audit.ledgerEntries(), differences);
        expect("lines in the ledger", LINES_OF_A_SALE * orders, audit.ledgerLines(), differences);
        expect("entries that don't add up", 0, audit.unbalancedEntries(), differences);
        expect("e-mails", EMAILS_OF_AN_ORDER * orders, audit.emails(), differences);
    }

    private static void expect(String what, long expected, long found, List<String> differences) {
        if (found != expected) {
            differences.add("%s: %,d, expected %,d".formatted(what, found, expected));
        }
    }

    /** Whether everything behind that many orders has come to its end. */
    static boolean isComplete(long orders, Audit audit) {
        List<String> differences = new ArrayList<>();
        audit(orders, audit, differences);
        return differences.isEmpty();
    }
}
