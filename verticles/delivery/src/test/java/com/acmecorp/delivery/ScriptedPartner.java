package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** A partner whose offers and failures the test sets and whose reservations it sees. */
final class ScriptedPartner implements DeliveryPartner {

    private final Function<Instant, List<DeliveryTime>> offers;
    private final ConcurrentMap<OrderId, DeliveryTime> reservations = new ConcurrentHashMap<>();
    private @Nullable Kind failure;
    private boolean failsAfterItsWork;
    private Runnable duringNext = () -> {};
    private int changes;
    private @Nullable ZoneId zoneAsked;

    ScriptedPartner(Function<Instant, List<DeliveryTime>> offers) {
        this.offers = offers;
    }

    Map<OrderId, DeliveryTime> reservations() {
        return Map.copyOf(reservations);
    }

    /** In whose hours it was asked for its slots last. */
    @Nullable
    ZoneId zoneAsked() {
        return zoneAsked;
    }

    /** How often it was asked for a change. */
    int changes() {
        return changes;
    }

    /** The next change fails and isn't made. */
    void failNext(Kind kind) {
        failure = kind;
        failsAfterItsWork = false;
    }

    /** The next change is made, and nobody hears of it. */
    void loseNextAnswer() {
        failure = Kind.UNAVAILABLE;
        failsAfterItsWork = true;
    }

    /** Something happens while the partner works on the next change. */
    void duringNext(Runnable event) {
        duringNext = event;
    }

    @Override
    public Future<List<DeliveryTime>> offers(Instant asked, @Nullable ZoneId zone) {
        zoneAsked = zone;
        return Future.succeededFuture(offers.apply(asked));
    }

    @Override
    public Future<Void> reserve(OrderId order, DeliveryTime slot, long fence) {
        return change(() -> reservations.put(order, slot));
    }

    @Override
    public Future<Void> release(OrderId order, long fence) {
        return change(() -> reservations.remove(order));
    }

    private Future<Void> change(Runnable work) {
        changes++;
        Kind failing = failure;
        failure = null;
        Runnable event = duringNext;
        duringNext = () -> {};
        event.run();
        if (failing == null || failsAfterItsWork) {
            work.run();
        }
        return failing == null
                ? Future.succeededFuture()
                : Future.failedFuture(Problem.of(failing, "No.").asException());
    }

    @Override
    public Future<Reservation> find(OrderId order) {
        DeliveryTime slot = reservations.get(order);
        return Future.succeededFuture(
                slot == null ? new Reservation.None() : new Reservation.Held(slot));
    }
}
