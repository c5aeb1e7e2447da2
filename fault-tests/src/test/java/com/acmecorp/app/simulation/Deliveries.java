package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Committed;
import com.acmecorp.app.simulation.sql.Server;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which events were delivered to whom. None may be that isn't committed, and none that is may be forgotten. */
final class Deliveries {

    private final Server server;
    private final Map<Long, OrderEvent> events = new HashMap<>();
    private final Set<Acknowledgement> acknowledged = new HashSet<>();
    private final Set<Long> everywhere = new HashSet<>();

    private record Acknowledgement(UUID eventId, String subscriber) {}

    Deliveries(Server server) {
        this.server = server;
    }

    void delivered(OrderEvent event) {
        boolean committed = server.rows("events").stream()
                .filter(row ->
                        new EventKey(row.number("event_key")).orderId().equals(event.orderId()))
                .anyMatch(row ->
                        event(row).metadata().eventId().equals(event.metadata().eventId())
                                && row.text("detail").equals(EventJson.write(event)));
        Violation.unless(
                committed,
                "%s of order %s was delivered before it was committed"
                        .formatted(event.type().wireName(), event.orderId()));
    }

    void acknowledged(String subscriber, OrderEvent event) {
        acknowledged.add(new Acknowledgement(event.metadata().eventId(), subscriber));
    }

    /** Each event is on its way, or each of its subscribers has it, or the database knows who hasn't. */
    void check() {
        for (Committed row : server.rows("events")) {
            if (row.isNull("dispatch_at_ms") && !everywhere.contains(row.number("event_key"))) {
                check(row);
            }
        }
    }

    private void check(Committed row) {
        OrderEvent event = event(row);
        List<String> missing = Subscriptions.of(event).stream()
                .map(Subscription::subscriber)
                .filter(subscriber -> !acknowledged.contains(
                        new Acknowledgement(event.metadata().eventId(), subscriber)))
                .toList();
        if (missing.isEmpty()) {
            everywhere.add(row.number("event_key"));
        }
        missing.forEach(subscriber -> Violation.unless(
                isOpen(row, subscriber),
                "%s of order %s is forgotten for %s"
                        .formatted(event.type().wireName(), event.orderId(), subscriber)));
    }

    private boolean isOpen(Committed event, String subscriber) {
        return server.rows("deliveries").stream()
                .anyMatch(row -> row.number("event_key") == event.number("event_key")
                        && row.text("target").equals(subscriber));
    }

    private OrderEvent event(Committed row) {
        return events.computeIfAbsent(row.number("event_key"), key -> read(row, key));
    }

    private static OrderEvent read(Committed row, Long key) {
        OrderEvent event = EventJson.read(
                row.text("detail"), EventType.named(row.text("type")).record());
        Violation.unless(
                event.metadata().eventId().equals(new EventKey(key).eventId()),
                "event " + key + " has another's id");
        return event;
    }
}
