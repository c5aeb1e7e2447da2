package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

import java.util.List;

/**
 * Books a delivery for a test order, which has nobody who would choose. The slot follows from the
 * order's number and the event's time, so that the event, when it comes again, asks for the same
 * slot and changes nothing.
 */
final class AutoBook {

    private static final StepLog LOG = StepLog.of(AutoBook.class);

    private final DeliveryPartner partner;
    private final Bookings bookings;

    AutoBook(DeliveryPartner partner, Bookings bookings) {
        this.partner = partner;
        this.bookings = bookings;
    }

    Future<?> on(OrderDeliverable event) {
        if (!event.metadata().isTest()) {
            return Future.succeededFuture();
        }
        return partner.offers(event.metadata().occurredAt())
                .map(slots -> choose(event, slots))
                .compose(slot -> book(event, slot));
    }

    /** Spreads the orders over the slots. */
    private static DeliveryTime choose(OrderDeliverable event, List<DeliveryTime> slots) {
        if (slots.isEmpty()) {
            throw Problem.of(Kind.UNAVAILABLE, "No delivery time is on offer.").asException();
        }
        return slots.get((int) (event.orderId().value() % slots.size()));
    }

    private Future<?> book(OrderDeliverable event, DeliveryTime slot) {
        return partner.reserve(event.orderId(), slot, 0)
                .compose(reserved -> bookings.bookForTest(event.orderId(), slot))
                .onSuccess(booked -> LOG.step("delivery is booked for a test order", event))
                .<Void>mapEmpty()
                .recover(failure -> leaveBooked(event, failure));
    }

    /** A test order takes no place, so a conflict means: it was booked and changed by hand, or cancelled. */
    private Future<Void> leaveBooked(OrderDeliverable event, Throwable failure) {
        if (failure instanceof ProblemException refusal
                && refusal.problem().kind() == Kind.CONFLICT) {
            return bookings.order(event.orderId())
                    .compose(order -> keepBooking(event, order, refusal));
        }
        return Future.failedFuture(failure);
    }

    private Future<Void> keepBooking(
            OrderDeliverable event, DeliveryOrder order, ProblemException refusal) {
        if (order.isCancelled()) {
            LOG.step("order was cancelled, so no delivery is booked", event);
            return partner.release(order.id(), 0);
        }
        if (order.bookedTime() == null) {
            return Future.failedFuture(refusal);
        }
        LOG.step("delivery was booked by hand", event);
        return partner.reserve(order.id(), order.bookedTime(), 0);
    }
}
