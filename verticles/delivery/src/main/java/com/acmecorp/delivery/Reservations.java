package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the partner's reservations in step with the bookings. Whoever changes a reservation has a
 * claim of the order, so that nobody else does at the same time, on whichever node. A claim ends in
 * the transaction that books, or when the partner is known to hold what is booked. Whatever ends in
 * between, a process included, the claim is on record, and {@link SettleReservations} takes it over.
 */
final class Reservations {

    private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);

    private final DeliveryPartner partner;
    private final Bookings bookings;
    private final Claims claims;

    Reservations(DeliveryPartner partner, Bookings bookings, Claims claims) {
        this.partner = partner;
        this.bookings = bookings;
        this.claims = claims;
    }

    /**
     * Reserves a slot and then books it; what is refused leaves the partner with what is booked.
     * The reservation comes first because a booking is told to the customer at once.
     *
     * @return the booked time; fails with IN_PROGRESS while somebody else books for the order
     */
    Future<DeliveryTime> book(Choice choice) {
        return claims.open(choice)
                .compose(claim -> claim.isNeeded()
                        ? carryOut(claim, choice)
                        : Future.succeededFuture(choice.time()));
    }

    private Future<DeliveryTime> carryOut(Claim claim, Choice choice) {
        return partner.reserve(choice.order(), choice.time(), claim.fence())
                .recover(Reservations::explain)
                .compose(reserved -> bookings.book(choice, claim.fence()))
                .recover(failure -> conclude(claim, failure));
    }

    private static Future<Void> explain(Throwable failure) {
        return Future.failedFuture(
                isOfKind(failure, Kind.CONFLICT)
                        ? Problem.ofField(
                                        Kind.CONFLICT,
                                        "deliveryTime",
                                        "This delivery time was just taken; please choose another.")
                                .asException()
                        : failure);
    }

    /** After a refusal it is known what was done. Where nobody answered, the claim stays on record. */
    private Future<DeliveryTime> conclude(Claim claim, Throwable failure) {
        Future<?> concluded = Future.succeededFuture();
        if (isRefusal(failure)) {
            concluded = settle(claim.order().id(), claim.fence());
        } else if (isOfKind(failure, Kind.PARTY_AWAY) && !claim.inherited()) {
            concluded = claims.endUnused(claim);
        }
        return concluded
                .onFailure(error -> LOG.atWarn()
                        .addKeyValue("orderId", claim.order().id())
                        .log("a reservation is settled later: {}", error.getMessage()))
                .transform(ended -> Future.failedFuture(failure));
    }

    static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException told
                && !told.problem().kind().worthRetrying();
    }

    static boolean isOfKind(Throwable failure, Kind kind) {
        return failure instanceof ProblemException told && told.problem().kind() == kind;
    }

    /**
     * Claims an order and makes the partner hold what is booked for it.
     *
     * @return the order; fails with IN_PROGRESS while somebody else has the claim, who sees to it
     */
    Future<DeliveryOrder> settle(OrderId order) {
        return claims.open(order).compose(claim -> put(claim.order(), claim.fence()));
    }

    /** Makes the partner hold what is booked by now, under a claim, and ends that. */
    Future<DeliveryOrder> settle(OrderId order, long fence) {
        return bookings.order(order).compose(booked -> put(booked, fence));
    }

    private Future<DeliveryOrder> put(DeliveryOrder order, long fence) {
        DeliveryTime time = order.timeToHold();
        Future<Void> held = time == null
                ? partner.release(order.id(), fence)
                : partner.reserve(order.id(), time, fence);
        return held.compose(done -> claims.end(order.id(), fence, time))
                .compose(over -> over ? Future.succeededFuture(order) : changedMeanwhile(order));
    }

    private static Future<DeliveryOrder> changedMeanwhile(DeliveryOrder order) {
        return Future.failedFuture(Problem.of(
                        Kind.IN_PROGRESS,
                        "The delivery of order %s was changed meanwhile.".formatted(order.id()))
                .asException());
    }
}
