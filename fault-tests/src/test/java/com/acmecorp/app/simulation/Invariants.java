package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Committed;
import com.acmecorp.app.simulation.sql.Server;
import com.acmecorp.database.order.Status;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold at every moment, whatever has gone wrong by then. */
final class Invariants {

    static final int SLOT_CAPACITY = 2;

    private final World world;
    private final Server server;
    private final List<Shopper> shoppers;
    private final Map<Object, Status> furthest = new HashMap<>();
    private final Map<OrderId, Boolean> deliverableAtTheEnd = new HashMap<>();
    private final Set<Object> eventsSeen = new HashSet<>();
    private final Map<String, Object> linesSeen = new HashMap<>();

    Invariants(World world, List<Shopper> shoppers) {
        this.world = world;
        this.server = world.server();
        this.shoppers = shoppers;
    }

    void check() {
        Set<Long> events = server.rows("events").stream()
                .map(row -> row.number("event_key"))
                .collect(Collectors.toSet());
        Violation.unless(events.containsAll(eventsSeen), "an event is gone");
        eventsSeen.addAll(events);
        checkAccepted(events);
        server.rows("orders").forEach(order -> checkOrder(order, events));
        checkPayments(events);
        checkLedger();
        checkSlots();
        checkMails();
        world.deliveries().check();
    }

    /** Conservation: who was told yes has an order on its way. */
    private void checkAccepted(Set<Long> events) {
        for (Shopper shopper : shoppers) {
            shopper.order().ifPresent(order -> {
                Violation.unless(
                        has(events, order, EventType.ORDER_CREATED),
                        "order " + order + " was accepted and isn't there");
                Violation.unless(
                        !shopper.hasCancelled() || has(events, order, EventType.ORDER_CANCELLED),
                        "order " + order + " was cancelled and goes on");
            });
        }
    }

    /** State and event are written together, and the status never goes back. */
    private void checkOrder(Committed row, Set<Long> events) {
        OrderId order = new OrderId(row.number("order_id"));
        Status status = Status.valueOf(row.text("status"));
        Status before = furthest.put(order, status);
        Violation.unless(
                before == null || before.compareTo(status) <= 0,
                "order %s went from %s back to %s".formatted(order, before, status));
        same(true, has(events, order, EventType.ORDER_PLACED), order, EventType.ORDER_PLACED);
        boolean cancelled = status == Status.CANCELLED;
        boolean deliverable = has(events, order, EventType.ORDER_DELIVERABLE);
        same(
                cancelled
                        ? deliverableAtTheEnd.computeIfAbsent(order, first -> deliverable)
                        : status.compareTo(Status.STOCKED) >= 0,
                deliverable,
                order,
                EventType.ORDER_DELIVERABLE);
        same(
                cancelled,
                has(events, order, EventType.ORDER_CANCELLED),
                order,
                EventType.ORDER_CANCELLED);
        Violation.unless(
                !cancelled || row.isNull("delivery_time_ms"),
                "order " + order + " is cancelled and booked");
        same(
                !row.isNull("delivery_time_ms"),
                has(events, order, EventType.DELIVERY_BOOKED) && !cancelled,
                order,
                EventType.DELIVERY_BOOKED);
    }

    private static boolean has(Set<Long> events, OrderId order, EventType type) {
        return events.contains(EventKey.of(order, type).value());
    }

    private static void same(boolean state, boolean event, OrderId order, EventType type) {
        Violation.unless(
                state == event,
                "order %s and its event %s don't agree".formatted(order, type.wireName()));
    }

    /** No charge without an order or an open payment, and no order whose money was given back. */
    private void checkPayments(Set<Long> events) {
        Set<Long> open = numbers("payment_intents", "order_id");
        open.addAll(refusedRefunds());
        world.bank()
                .entries()
                .forEach((order, entry) -> Violation.unless(
                        entry != Bank.Entry.CHARGED
                                || has(events, order, EventType.ORDER_CREATED)
                                || open.contains(order.value()),
                        "order " + order + " is charged and nobody knows"));
        numbers("payments", "order_id").stream()
                .map(OrderId::new)
                .filter(order -> !has(events, order, EventType.ORDER_CANCELLED))
                .forEach(order -> Violation.unless(
                        world.bank().entry(order) == Bank.Entry.CHARGED,
                        "order " + order + " is accepted and not paid"));
        checkRefunds();
        world.bank()
                .refunds()
                .forEach((order, times) -> Violation.unless(
                        times == 1, "order " + order + " got its money back " + times + " times"));
    }

    private Set<Long> refusedRefunds() {
        return server.rows("refunds").stream()
                .filter(refund -> "REFUSED".equals(refund.get("state")))
                .map(refund -> refund.number("order_id"))
                .collect(Collectors.toSet());
    }

    /** Nobody is told that money went back which the bank still has, and cash moves in the books only with it. */
    private void checkRefunds() {
        Set<Object> refunded = entries("REFUND");
        for (Committed refund : server.rows("refunds")) {
            OrderId order = new OrderId(refund.number("order_id"));
            boolean done = "DONE".equals(refund.get("state"));
            Violation.unless(
                    !done || world.bank().entry(order) == Bank.Entry.GIVEN_BACK,
                    "order " + order + " didn't get its money back");
            Violation.unless(
                    done == refunded.contains(order),
                    "the books and the refund of order " + order + " don't agree");
        }
    }

    /** Debits are credits, and what is written stays. */
    private void checkLedger() {
        Map<String, Long> sums = new HashMap<>();
        for (Committed line : server.rows("ledger_lines")) {
            String entry = line.get("order_id") + " " + line.get("entry");
            sums.merge(entry, line.number("amount"), Long::sum);
            Object before = linesSeen.put(entry + line.get("account"), line.number("amount"));
            Violation.unless(
                    before == null || before.equals(line.number("amount")),
                    "the ledger's lines changed for " + entry);
        }
        server.rows("ledger")
                .forEach(entry -> Violation.unless(
                        Long.valueOf(0)
                                .equals(sums.remove(
                                        entry.get("order_id") + " " + entry.get("entry"))),
                        "the ledger doesn't add up for order " + entry.get("order_id")));
        Violation.unless(sums.isEmpty(), "the ledger has lines without an entry: " + sums);
        checkReversals();
    }

    /** Only what was sold and then cancelled is taken back. */
    private void checkReversals() {
        Set<Object> sold = entries("SALE");
        entries("REVERSAL")
                .forEach(order -> Violation.unless(
                        sold.contains(order) && furthest.get(order) == Status.CANCELLED,
                        "the sale of order " + order + " is taken back"));
    }

    private Set<Object> entries(String kind) {
        return server.rows("ledger").stream()
                .filter(entry -> kind.equals(entry.get("entry")))
                .map(entry -> new OrderId(entry.number("order_id")))
                .collect(Collectors.toSet());
    }

    private void checkSlots() {
        Map<Object, Long> taken = server.rows("orders").stream()
                .filter(order -> order.number("test_id") == 0 && !order.isNull("delivery_time_ms"))
                .collect(Collectors.groupingBy(
                        order -> order.number("delivery_time_ms"), Collectors.counting()));
        for (Committed slot : server.rows("delivery_slots")) {
            long booked = slot.number("booked");
            Violation.unless(booked <= SLOT_CAPACITY, "a delivery slot is overbooked: " + booked);
            Violation.unless(
                    booked == taken.getOrDefault(slot.get("slot_ms"), 0L),
                    "a delivery slot counts %d deliveries, its orders are %s"
                            .formatted(booked, taken.get(slot.get("slot_ms"))));
        }
    }

    /**
     * A mail is kept and claimed before it is sent, so each has one row and one Message-ID, and one sender at a time; a test
     * order's isn't sent.
     */
    private void checkMails() {
        Violation.unless(
                world.post().rivalries().isEmpty(),
                "two processes sent a mail at the same time: " + world.post().rivalries());
        Set<String> kept = server.rows("emails").stream()
                .map(mail -> "<%s.%s%s@"
                        .formatted(
                                mail.get("order_id"),
                                mail.get("template"),
                                "".equals(mail.get("revision")) ? "" : "." + mail.get("revision")))
                .collect(Collectors.toSet());
        for (PostOffice.Mail mail : world.post().taken()) {
            String id = mail.id().substring(0, mail.id().indexOf('@') + 1);
            Violation.unless(kept.contains(id), "a mail was sent that isn't kept: " + mail.id());
            Violation.unless(
                    !mail.to().startsWith("test"), "a test order's mail was sent: " + mail.id());
        }
    }

    private Set<Long> numbers(String table, String column) {
        return server.rows(table).stream()
                .map(row -> row.number(column))
                .collect(Collectors.toSet());
    }
}
