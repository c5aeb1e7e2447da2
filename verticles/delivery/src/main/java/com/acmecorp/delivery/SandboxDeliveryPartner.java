package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.sandbox.Sandbox;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A partner whose vans drive by a rule and have room for everything. It remembers the last orders
 * that it was asked about, as long as the process lives. Belongs to one event loop.
 */
final class SandboxDeliveryPartner implements DeliveryPartner {

    static final int MOST_REMEMBERED = 10_000;

    private final SlotCalendar calendar;
    private final double refuseShare;
    private final Sandbox sandbox;
    private final Map<OrderId, Line> books = new LinkedHashMap<>();

    /** What an order has, and the fence of the call that said so. */
    private record Line(Reservation reservation, long fence) {}

    /**
     * A sandbox.
     *
     * @param refuseShare of the reservations, 0 to 1
     */
    SandboxDeliveryPartner(SlotRule rule, double refuseShare, Sandbox sandbox) {
        this.calendar = new SlotCalendar(rule);
        this.refuseShare = refuseShare;
        this.sandbox = sandbox;
    }

    @Override
    public Future<List<DeliveryTime>> offers(Instant asked, @Nullable ZoneId zone) {
        return sandbox.call().map(answered -> calendar.slotsFor(asked, zone));
    }

    @Override
    public Future<Void> reserve(OrderId order, DeliveryTime slot, long fence) {
        return sandbox.call(() -> {
                    refuseSome();
                    return enter(order, new Reservation.Held(slot), fence);
                })
                .mapEmpty();
    }

    @Override
    public Future<Void> release(OrderId order, long fence) {
        return sandbox.call(() -> enter(order, new Reservation.None(), fence)).mapEmpty();
    }

    @Override
    public Future<Reservation> find(OrderId order) {
        return sandbox.call().map(answered -> {
            Line line = books.get(order);
            return line == null ? new Reservation.Unknown() : line.reservation();
        });
    }

    private void refuseSome() {
        if (sandbox.happens(refuseShare)) {
            throw refusal("This slot is taken.");
        }
    }

    private Reservation enter(OrderId order, Reservation reservation, long fence) {
        Line before = books.get(order);
        if (before != null && before.fence() > fence) {
            throw refusal("A later change to this reservation is made already.");
        }
        books.put(order, new Line(reservation, fence));
        if (books.size() > MOST_REMEMBERED) {
            books.remove(books.keySet().iterator().next());
        }
        return reservation;
    }

    private static RuntimeException refusal(String detail) {
        return Problem.of(Kind.CONFLICT, detail).asException();
    }
}
