package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Place;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Books a delivery for a test order, which has nobody who would choose. The slot follows from the
 * order's number and the event's time, so that the event, when it comes again, asks for the same
 * slot and changes nothing. It is the only one who books for such an order, so it claims nothing at
 * first; where somebody booked by hand or cancelled, it does as everybody.
 */
final class AutoBook {

    private static final StepLog LOG = StepLog.of(AutoBook.class);
    private static final long NO_CLAIM = 0;

    private final DeliveryPartner partner;
    private final Bookings bookings;
    private final Reservations reservations;

    AutoBook(DeliveryPartner partner, Bookings bookings, Reservations reservations) {
        this.partner = partner;
        this.bookings = bookings;
        this.reservations = reservations;
    }

    Future<?> on(OrderDeliverable event) {
        if (!event.metadata().isTest()) {
            return Future.succeededFuture();
        }
        Destination destination = Destination.of(
                new Place(event.metadata().market(), event.state(), event.postalCode()));
        return partner.offers(event.metadata().occurredAt(), destination.zone())
                .map(slots -> choose(event.orderId(), slots, destination))
                .compose(choice -> book(event, choice));
    }

    /** Spreads the orders over the slots; whose slot's day is closed gets the next one that is open. */
    private static Choice choose(OrderId order, List<DeliveryTime> slots, Destination destination) {
        long first = order.value();
        return LongStream.range(first, first + slots.size())
                .mapToObj(at -> slots.get((int) (at % slots.size())))
                .filter(destination::isOpen)
                .findFirst()
                .map(slot -> Choice.ofTest(order, slot))
                .orElseThrow(() -> Problem.of(Kind.UNAVAILABLE, "No delivery time is on offer.")
                        .asException());
    }

    private Future<Void> book(OrderDeliverable event, Choice choice) {
        return partner.reserve(choice.order(), choice.time(), NO_CLAIM)
                .compose(reserved -> bookings.book(choice, NO_CLAIM))
                .onSuccess(booked -> LOG.step("delivery is booked for a test order", event))
                .<Void>mapEmpty()
                .recover(failure -> Reservations.isOfKind(failure, Kind.CONFLICT)
                        ? bookings.order(choice.order())
                                .compose(order -> agree(event, order, choice))
                        : Future.failedFuture(failure));
    }

    /** A test order takes no place, so it was booked by hand or cancelled, or the partner knows better. */
    private Future<Void> agree(OrderDeliverable event, DeliveryOrder order, Choice choice) {
        if (!order.isCancelled() && order.bookedTime() == null) {
            return reservations.book(choice).mapEmpty();
        }
        LOG.step("delivery was booked by hand, or the order was cancelled", event);
        return reservations.settle(order.id()).mapEmpty();
    }
}
