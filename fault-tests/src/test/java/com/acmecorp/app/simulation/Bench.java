package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Committed;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/** A system without troubles on which a test tries what comes of events that arrive as it likes. */
final class Bench implements AutoCloseable {

    private static final int MOST_ROUNDS = 50;
    private static final JsonObject RELIABLE_BOOKS =
            JsonObject.of("finance", JsonObject.of("failureShare", 0));

    private final World world = new World(0, Mistake.NONE);
    private final ByHand transport = new ByHand();
    private final Node node = new Node(world, "the node", transport);

    Bench() {
        world.faults().end();
        await(node.start(Simulation.settings(RELIABLE_BOOKS)));
    }

    /** Orders something as a test order of a business, and answers nothing: its number is known. */
    void order(int number) {
        await(node.call("createOrder", Request.of(Forms.business(number))));
    }

    /** Delivers to each subscriber of an event, again and again until all have acknowledged. */
    void deliver(List<OrderEvent> events, Random random) {
        Queue<Delivery> open = new ArrayDeque<>();
        events.forEach(event -> Subscriptions.of(event).stream()
                .map(Subscription::subscriber)
                .forEach(subscriber -> open.add(new Delivery(subscriber, event))));
        for (int round = 0; !open.isEmpty(); round++) {
            Violation.unless(round < MOST_ROUNDS, "never acknowledged: " + open);
            List<Delivery> now = new ArrayList<>(open);
            open.clear();
            if (round > 0) {
                Collections.shuffle(now, random);
            }
            now.stream().filter(delivery -> !isAcknowledged(delivery)).forEach(open::add);
        }
    }

    private record Delivery(String subscriber, OrderEvent event) {}

    private boolean isAcknowledged(Delivery delivery) {
        return start(delivery.subscriber(), List.of(delivery.event()))
                .getFirst()
                .succeeded();
    }

    /** Delivers all at the same time, and waits until all are acknowledged. */
    void deliverAtOnce(String subscriber, List<OrderEvent> events) {
        Violation.unless(
                start(subscriber, events).stream().allMatch(Future::succeeded), "not acknowledged");
    }

    private List<Future<?>> start(String subscriber, List<OrderEvent> events) {
        List<Future<?>> handled = new ArrayList<>();
        node.tell(() -> events.forEach(event -> handled.add(transport.deliver(subscriber, event))));
        while (handled.size() < events.size() || !handled.stream().allMatch(Future::isComplete)) {
            world.step();
        }
        return handled;
    }

    /** The journal, oldest first for each order. */
    List<OrderEvent> journal() {
        return world.server().rows("events").stream().map(Bench::event).toList();
    }

    private static OrderEvent event(Committed row) {
        return EventJson.read(
                row.text("detail"), EventType.named(row.text("type")).record());
    }

    /** All that the tables say, but for when it was written and whether its settlement is. */
    SortedSet<String> state() {
        SortedSet<String> state = new TreeSet<>();
        add(state, "orders", "order_id", "status", "delivery_time_ms", "delivery_revision");
        add(state, "events", "event_key", "type");
        add(state, "deliveries", "event_key", "target");
        add(state, "ledger", "order_id", "entry", "amount_cents", "invoice_number");
        add(state, "ledger_lines", "order_id", "entry", "account", "amount", "currency");
        add(state, "emails", "order_id", "template", "revision", "state", "subject");
        add(state, "delivery_slots", "slot_ms", "booked");
        return state;
    }

    private void add(SortedSet<String> state, String table, String... columns) {
        for (Committed row : world.server().rows(table)) {
            StringBuilder line = new StringBuilder(table);
            for (String column : columns) {
                line.append(' ').append(row.get(column));
            }
            state.add(line.toString());
        }
    }

    private void await(Future<?> future) {
        while (!future.isComplete()) {
            world.step();
        }
        Violation.unless(future.succeeded(), String.valueOf(future.cause()));
    }

    @Override
    public void close() {
        node.die();
    }
}
