package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

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
        return onOffer(isChange ? changeCutoff : Duration.ZERO)
                .map(slots -> open(request.detail().getString("market"), slots))
                .compose(bookings::withRoom)
                .map(OfferDeliveryTimes::answer);
    }

    /** The slots to come in an order's market, soonest first, full ones too. */
    Future<List<DeliveryTime>> onOffer(String market) {
        return onOffer(Duration.ZERO).map(slots -> open(market, slots));
    }

    /** Those on days on which the market isn't closed; where nobody says which market, none is. */
    static List<DeliveryTime> open(@Nullable String code, List<DeliveryTime> slots) {
        List<Market> markets =
                code == null ? Markets.acme().all() : List.of(Markets.acme().orFirst(code));
        return slots.stream()
                .filter(slot ->
                        markets.stream().noneMatch(market -> market.isClosedAt(slot.instant())))
                .toList();
    }

    private Future<List<DeliveryTime>> onOffer(Duration ahead) {
        Instant now = clock.instant();
        return partner.offers(now)
                .map(slots -> slots.stream()
                        .filter(slot -> slot.instant().isAfter(now.plus(ahead)))
                        .toList());
    }

    private static JsonObject answer(List<DeliveryTime> slots) {
        return JsonObject.of(
                "deliveryOptions",
                new JsonArray(slots.stream().map(DeliveryTime::toString).toList()));
    }
}
