package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.Supplier;

/** Keeps the partner's reservations in step with the bookings. */
final class Reservations {

    private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);

    private final DeliveryPartner partner;

    Reservations(DeliveryPartner partner) {
        this.partner = partner;
    }

    /**
     * Reserves a slot and then books it; a refused booking gives the slot back. The reservation
     * comes first because a booking is told to the customer at once.
     *
     * @param booking writes it; what it answers is the answer
     */
    Future<DeliveryTime> move(
            DeliveryOrder order, DeliveryTime slot, Supplier<Future<DeliveryTime>> booking) {
        return partner.reserve(order.id(), slot, 0)
                .compose(reserved -> booking.get())
                .recover(failure -> giveBack(order, failure));
    }

    /** Only after a refusal: where nobody answered, the booking may stand, and so may its slot. */
    private Future<DeliveryTime> giveBack(DeliveryOrder order, Throwable failure) {
        if (!(failure instanceof ProblemException refusal)
                || refusal.problem().kind().worthRetrying()) {
            return Future.failedFuture(failure);
        }
        return restore(order)
                .onFailure(error -> warn(order, error))
                .transform(restored -> Future.failedFuture(failure));
    }

    private Future<Void> restore(DeliveryOrder order) {
        DeliveryTime before = order.bookedTime();
        return before == null
                ? partner.release(order.id(), 0)
                : partner.reserve(order.id(), before, 0);
    }

    private static void warn(DeliveryOrder order, Throwable error) {
        LOG.atWarn()
                .addKeyValue("orderId", order.id())
                .log("the partner keeps a slot that wasn't booked: {}", error.getMessage());
    }
}
