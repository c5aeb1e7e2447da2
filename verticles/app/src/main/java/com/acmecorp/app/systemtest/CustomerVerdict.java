package com.acmecorp.app.systemtest;

import com.acmecorp.app.systemtest.CustomerRecords.Conservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what customers were promised with what the system did for them. */
final class CustomerVerdict {

    private static final String BOOKED = "DELIVERY_BOOKED";

    private final Notes notes;
    private final List<String> differences = new ArrayList<>();

    /** A verdict without any differences yet. */
    CustomerVerdict(Notes notes) {
        this.notes = notes;
    }

    /** All that differs, each a sentence that names its order, where it is about one. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    void add(List<String> further) {
        differences.addAll(further);
    }

    void orders(List<Long> promised, Map<Long, CustomerOrder> found) {
        for (Long id : promised) {
            CustomerOrder order = found.get(id);
            if (order == null) {
                differences.add("order " + id + ": is missing");
            } else {
                order(order);
            }
        }
    }

    private void order(CustomerOrder order) {
        if (!order.status().equals(BOOKED)) {
            differences.add("order " + order.orderId() + ": is still " + order.status());
        }
        expect(order, "events", Verdict.EVENTS_OF_AN_ORDER, order.events());
        expect(
                order,
                "events that every subscriber has",
                Verdict.EVENTS_OF_AN_ORDER,
                order.dispatched());
        expect(
                order,
                "payments",
                notes.isPaidUpfront(order.orderId()) ? 1 : 0,
                order.paid() ? 1 : 0);
        expect(order, "lines in the ledger", Verdict.LINES_OF_A_SALE, order.ledgerLines());
    }

    private void expect(CustomerOrder order, String what, long expected, long found) {
        if (found != expected) {
            differences.add("order %d: %d %s, expected %d"
                    .formatted(order.orderId(), found, what, expected));
        }
    }

    void mails(List<Long> promised, Postbox postbox) {
        promised.forEach(order -> differences.addAll(postbox.differences(order)));
        differences.addAll(postbox.strays(notes.orders()));
    }

    /** The system as a whole, to which nobody else comes meanwhile. */
    void conservation(Conservation sums) {
        Conservation expected = notes.expected();
        if (!sums.equals(expected)) {
            differences.add("the orders don't add up: %s, expected %s".formatted(sums, expected));
        }
    }
}
