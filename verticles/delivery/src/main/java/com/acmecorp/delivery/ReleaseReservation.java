package com.acmecorp.delivery;

import com.acmecorp.events.OrderCancelled;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;

/**
 * Has the partner give up what it holds for a cancelled order. That may be something though nothing
 * was booked: a slot is reserved before it is booked.
 */
final class ReleaseReservation {

    private static final StepLog LOG = StepLog.of(ReleaseReservation.class);

    private final Reservations reservations;

    ReleaseReservation(Reservations reservations) {
        this.reservations = reservations;
    }

    Future<?> on(OrderCancelled event) {
        return reservations
                .settle(event.orderId())
                .onSuccess(settled -> LOG.step("delivery partner holds nothing", event))
                .<Void>mapEmpty()
                .recover(failure -> leaveToHolder(event, failure));
    }

    /** Who has the claim can't end it before the partner holds nothing: nothing is booked any more. */
    private static Future<Void> leaveToHolder(OrderCancelled event, Throwable failure) {
        if (!Reservations.isOfKind(failure, Kind.IN_PROGRESS)) {
            return Future.failedFuture(failure);
        }
        LOG.step("delivery partner is being told by somebody else", event);
        return Future.succeededFuture();
    }
}
