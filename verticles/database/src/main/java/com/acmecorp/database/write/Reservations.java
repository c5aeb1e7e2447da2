package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The claims on the delivery partner's reservations in a unit of work.
 */
final class Reservations implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT order_id, fence, holder, due_at_ms FROM delivery_reservations"
                    + " FORCE INDEX (PRIMARY) WHERE order_id IN",
            "FOR UPDATE");
    private static final ManyRows CLAIM = new ManyRows(
            "INSERT INTO delivery_reservations (order_id, fence, holder, attempts, opened_at_ms) VALUES",
            5,
            "ON DUPLICATE KEY UPDATE fence = VALUES(fence), holder = VALUES(holder), attempts = 0");
    private static final ManyKeys LEASE = new ManyKeys(
            "UPDATE delivery_reservations FORCE INDEX (PRIMARY) SET opened_at_ms = ?, due_at_ms = ?"
                    + " WHERE order_id IN",
            "");
    private static final ManyKeys END = new ManyKeys(
            "UPDATE delivery_reservations FORCE INDEX (PRIMARY) SET due_at_ms = NULL WHERE order_id IN",
            "");

    private final long nowMs;
    private final TreeSet<Long> needed = new TreeSet<>();
    private final Map<Long, ClaimState> states = new HashMap<>();
    private final TreeMap<Long, ClaimState> claimed = new TreeMap<>();
    private final TreeMap<Long, TreeSet<Long>> leases = new TreeMap<>();
    private final TreeSet<Long> ended = new TreeSet<>();

    /**
     * How the claim on an order's reservation stands.
     *
     * @param open whether somebody is to find out what the partner holds
     * @param live whether its holder still has time for that
     */
    record ClaimState(long fence, long holder, boolean open, boolean live) {}

    Reservations(Instant now) {
        this.nowMs = now.toEpochMilli();
    }

    void need(OrderId order) {
        needed.add(order.value());
    }

    /** The last claim; null where there never was one. */
    @Nullable
    ClaimState find(OrderId order) {
        return states.get(order.value());
    }

    /**
     * Refuses while somebody else changes the reservation.
     *
     * @throws com.acmecorp.platform.problem.ProblemException IN_PROGRESS
     */
    void requireFree(OrderId order) {
        ClaimState state = find(order);
        if (state != null && state.live()) {
            throw inProgress(order);
        }
    }

    /**
     * Refuses whose claim is over, or was taken over.
     *
     * @throws com.acmecorp.platform.problem.ProblemException IN_PROGRESS
     */
    void requireOpen(OrderId order, long fence) {
        ClaimState state = find(order);
        if (state == null || !state.open() || state.fence() != fence) {
            throw inProgress(order);
        }
    }

    private static RuntimeException inProgress(OrderId order) {
        return Problem.of(
                        Kind.IN_PROGRESS,
                        "The delivery of order %s is being booked or changed; please look again in a moment."
                                .formatted(order))
                .asException();
    }

    /** Opens a claim, and answers its fence. */
    long open(OrderId order, long holder, Duration lease) {
        ClaimState before = find(order);
        long fence = before == null ? 1 : before.fence() + 1;
        ClaimState claim = new ClaimState(fence, holder, true, lease.isPositive());
        states.put(order.value(), claim);
        claimed.put(order.value(), claim);
        leases.values().forEach(orders -> orders.remove(order.value()));
        leases.computeIfAbsent(lease.toMillis(), first -> new TreeSet<>()).add(order.value());
        ended.remove(order.value());
        return fence;
    }

    /** The partner holds what is booked, if the claim is still the caller's; a claim that is over stays so. */
    void end(OrderId order, long fence) {
        ClaimState claim = find(order);
        if (claim != null && claim.open() && claim.fence() == fence) {
            states.put(order.value(), new ClaimState(fence, claim.holder(), false, false));
            leases.values().forEach(orders -> orders.remove(order.value()));
            ended.add(order.value());
        }
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.forEach(row -> states.put(row.getLong(0), state(row)));
        return rows.size();
    }

    private ClaimState state(Row row) {
        Long dueAtMs = row.getLong(3);
        return new ClaimState(
                row.getLong(1),
                row.getLong(2),
                dueAtMs != null,
                dueAtMs != null && dueAtMs > nowMs);
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        List<Future<?>> written = new ArrayList<>();
        written.add(CLAIM.execute(connection, rows()));
        leases.forEach((leaseMs, orders) ->
                written.add(LEASE.execute(connection, List.of(nowMs, nowMs + leaseMs), orders)));
        written.add(END.execute(connection, ended));
        return Future.all(written);
    }

    private List<Tuple> rows() {
        return claimed.entrySet().stream()
                .map(claim -> Tuple.tuple()
                        .addLong(claim.getKey())
                        .addLong(claim.getValue().fence())
                        .addLong(claim.getValue().holder())
                        .addInteger(0)
                        .addLong(0L))
                .toList();
    }
}
