package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Committed;
import com.acmecorp.app.simulation.sql.Server;
import com.acmecorp.database.order.Status;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.OrderId;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What must come to be once nothing goes wrong any more. */
final class Rest {

    private final Server server;
    private final Bank bank;
    private final Carrier carrier;
    private final List<Shopper> shoppers;

    Rest(World world, List<Shopper> shoppers) {
        this.server = world.server();
        this.bank = world.bank();
        this.carrier = world.carrier();
        this.shoppers = shoppers;
    }

    boolean isReached() {
        return missing().isEmpty();
    }

    /** What is still to be done, in words. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        server.rows("payment_intents")
                .forEach(intent -> missing.add("payment of order " + intent.get("order_id")));
        server.rows("delivery_reservations").stream()
                .filter(claim -> !claim.isNull("due_at_ms"))
                .forEach(claim -> missing.add("reservation of order " + claim.get("order_id")));
        server.rows("deliveries")
                .forEach(delivery ->
                        missing.add("delivery of event %s to %s, attempts %s, next %s, %s"
                                .formatted(
                                        delivery.get("event_key"),
                                        delivery.get("target"),
                                        delivery.get("attempts"),
                                        delivery.get("next_attempt_at_ms"),
                                        delivery.get("last_error"))));
        server.rows("events").stream()
                .filter(event -> !event.isNull("dispatch_at_ms"))
                .forEach(event -> missing.add("dispatch of event " + event.get("event_key")));
        shoppers.stream()
                .filter(shopper -> !shopper.isDone())
                .forEach(shopper -> missing.add("a shopper"));
        Set<Long> placed = numbers("orders");
        server.rows("events").stream()
                .map(event -> new EventKey(event.number("event_key")).orderId().value())
                .filter(order -> !placed.contains(order))
                .forEach(order -> missing.add("order " + order));
        Set<String> books = server.rows("ledger").stream()
                .map(entry -> entry.text("entry") + " of order " + entry.get("order_id"))
                .collect(Collectors.toSet());
        server.rows("orders").forEach(order -> {
            compareWithCarrier(order, missing);
            expect("SALE", order, books, missing);
            if (Status.CANCELLED.name().equals(order.get("status"))) {
                expect("REVERSAL", order, books, missing);
                missingOfCancelled(order.number("order_id"), missing);
            } else {
                missing(order, missing);
            }
        });
        return missing;
    }

    /** What the carrier holds is what is booked. */
    private void compareWithCarrier(Committed order, List<String> missing) {
        DeliveryTime held = carrier.slot(new OrderId(order.number("order_id")));
        DeliveryTime booked = order.isNull("delivery_time_ms")
                ? null
                : new DeliveryTime(order.number("delivery_time_ms"));
        if (!Objects.equals(held, booked)) {
            missing.add("the carrier has %s for order %s, which is booked for %s"
                    .formatted(held, order.get("order_id"), booked));
        }
    }

    private static void expect(
            String entry, Committed order, Set<String> books, List<String> missing) {
        String expected = entry + " of order " + order.get("order_id");
        if (!books.contains(expected)) {
            missing.add(expected);
        }
    }

    /** What was paid is given back, and the customer told. */
    private void missingOfCancelled(long id, List<String> missing) {
        if (numbers("payments").contains(id) && cashInTheBooks(id) != heldByTheBank(id)) {
            missing.add("refund of order " + id);
        }
        server.rows("refunds").stream()
                .filter(refund -> refund.number("order_id") == id)
                .filter(refund -> "DUE".equals(refund.get("state")))
                .forEach(due -> missing.add("end of the refund of order " + id));
        if (server.rows("emails").stream()
                .noneMatch(mail -> mail.number("order_id") == id
                        && "order-cancelled".equals(mail.get("template"))
                        && !"TO_SEND".equals(mail.get("state")))) {
            missing.add("mail that order " + id + " is cancelled");
        }
    }

    /** What the bank refused to give back is still cash of ours. */
    private boolean heldByTheBank(long id) {
        return bank.entry(new OrderId(id)) == Bank.Entry.CHARGED;
    }

    private boolean cashInTheBooks(long id) {
        return server.rows("ledger_lines").stream()
                        .filter(line -> line.number("order_id") == id
                                && line.text("account").startsWith("cash at"))
                        .mapToLong(line -> line.number("amount"))
                        .sum()
                != 0;
    }

    private void missing(Committed order, List<String> missing) {
        long id = order.number("order_id");
        boolean booked = order.number("test_id") > 0 || !order.isNull("delivery_time_ms");
        Status expected = booked ? Status.DELIVERY_BOOKED : Status.STOCKED;
        if (!expected.name().equals(order.get("status"))) {
            missing.add("order %d is %s, not %s".formatted(id, order.get("status"), expected));
        }
        long bookings = booked ? order.number("delivery_revision") + 1 : 0;
        long mails = server.rows("emails").stream()
                .filter(mail ->
                        mail.number("order_id") == id && !"TO_SEND".equals(mail.get("state")))
                .filter(mail -> !"delivery-reminder".equals(mail.get("template")))
                .count();
        if (mails != 2 + bookings) {
            missing.add("order %d has %d mails, not %d".formatted(id, mails, 2 + bookings));
        }
    }

    private Set<Long> numbers(String table) {
        return server.rows(table).stream()
                .map(row -> row.number("order_id"))
                .collect(Collectors.toSet());
    }
}
