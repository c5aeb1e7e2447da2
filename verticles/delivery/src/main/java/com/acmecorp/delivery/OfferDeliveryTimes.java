package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells when a delivery can be had: the partner's slots that are still to come and have room. */
final class OfferDeliveryTimes {

    private final DeliveryPartner partner;
    private final Bookings bookings;
    private final Duration changeCutoff;
    private final Clock clock;

    /**
     * The offers.
     *
     * @param changeCutoff how far ahead a slot must be to which a booked delivery is changed
     */
    OfferDeliveryTimes(
            DeliveryPartner partner, Bookings bookings, Duration changeCutoff, Clock clock) {
        this.partner = partner;
        this.bookings = bookings;
        this.changeCutoff = changeCutoff;
        this.clock = clock;
    }

    Future<JsonObject> handle(Request request) {
        boolean isChange = "true".equals(request.detail().getString("change"));
        return onOffer(Destination.asked(request.detail()), isChange ? changeCutoff : Duration.ZERO)
                .compose(bookings::withRoom)
                .map(OfferDeliveryTimes::answer);
    }

    /** The slots to come where an order goes, soonest first, full ones too. */
    Future<List<DeliveryTime>> onOffer(Destination destination) {
        return onOffer(destination, Duration.ZERO);
    }

    private Future<List<DeliveryTime>> onOffer(Destination destination, Duration ahead) {
        Instant now = clock.instant();
        return partner.offers(now, destination.zone())
                .map(slots -> destination.open(slots).stream()
                        .filter(slot -> slot.instant().isAfter(now.plus(ahead)))
                        .toList());
    }

    private static JsonObject answer(List<DeliveryTime> slots) {
        return JsonObject.of(
                "deliveryOptions",
                new JsonArray(slots.stream().map(DeliveryTime::toString).toList()));
    }
}
