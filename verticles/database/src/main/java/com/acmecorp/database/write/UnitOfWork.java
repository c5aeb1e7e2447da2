package com.acmecorp.database.write;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

import java.time.Instant;
import java.util.List;

/** What the writes of one transaction read and change, table by table. */
public final class UnitOfWork {

    private final Instant now;
    private final Orders orders = new Orders();
    private final Events events;
    private final Intents intents;
    private final Payments payments = new Payments();
    private final Refunds refunds = new Refunds();
    private final IdempotencyKeys idempotencyKeys = new IdempotencyKeys();
    private final Ledger ledger = new Ledger();
    private final Emails emails = new Emails();
    private final Slots slots = new Slots();
    private final Reservations reservations;
    private final Deliveries deliveries;
    private final Replays replays = new Replays();
    private final Differences differences;
    private final OperatorActions operatorActions;
    private final UnpaidBookings unpaidBookings;

    /**
     * An empty unit of work.
     *
     * @param now the time that everything in it carries
     * @param leaseMs for how long this process owns the dispatch of the events it writes
     */
    UnitOfWork(Instant now, long leaseMs) {
        this.now = now;
        this.events = new Events(now, now.plusMillis(leaseMs));
        this.intents = new Intents(now);
        this.reservations = new Reservations(now);
        this.deliveries = new Deliveries(now);
        this.differences = new Differences(now);
        this.operatorActions = new OperatorActions(now);
        this.unpaidBookings = new UnpaidBookings(now);
    }

    Instant now() {
        return now;
    }

    Orders orders() {
        return orders;
    }

    Events events() {
        return events;
    }

    Intents intents() {
        return intents;
    }

    Payments payments() {
        return payments;
    }

    Refunds refunds() {
        return refunds;
    }

    IdempotencyKeys idempotencyKeys() {
        return idempotencyKeys;
    }

    Ledger ledger() {
        return ledger;
    }

    Emails emails() {
        return emails;
    }

    Slots slots() {
        return slots;
    }

    Reservations reservations() {
        return reservations;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Replays replays() {
        return replays;
    }

    Differences differences() {
        return differences;
    }

    OperatorActions operatorActions() {
        return operatorActions;
    }

    UnpaidBookings unpaidBookings() {
        return unpaidBookings;
    }

    /** Always in the same order of tables, so that two transactions never wait for each other in a circle. */
    private List<Part> parts() {
        return List.of(
                orders,
                events,
                intents,
                payments,
                refunds,
                idempotencyKeys,
                ledger,
                emails,
                slots,
                reservations,
                deliveries,
                replays,
                differences,
                operatorActions,
                unpaidBookings);
    }

    Future<?> load(SqlConnection connection) {
        return Future.all(parts().stream().map(part -> part.load(connection)).toList());
    }

    Future<?> flush(SqlConnection connection) {
        return Future.all(parts().stream().map(part -> part.flush(connection)).toList());
    }
}
