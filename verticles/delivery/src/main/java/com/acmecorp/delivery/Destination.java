package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.events.Place;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a delivery goes, as far as it decides when it can come.
 *
 * @param markets on whose closed days nothing is delivered
 * @param zone the recipient's, in which the hours of deliveries are meant; null where the address
 *     doesn't tell it: then they are meant as the partner means them
 */
record Destination(List<Market> markets, @Nullable ZoneId zone) {

    static Destination of(Place place) {
        return new Destination(
                List.of(Markets.acme().orFirst(place.market())),
                place.toldZone().orElse(null));
    }

    /**
     * Reads what somebody asks delivery times for; where they say no market, any may be meant.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when nothing is delivered in that zone
     */
    static Destination asked(JsonObject question) {
        String market = question.getString("market");
        List<Market> markets =
                market == null ? Markets.acme().all() : List.of(Markets.acme().orFirst(market));
        String zone = question.getString("zone");
        return new Destination(markets, zone == null ? null : known(zone, markets));
    }

    private static ZoneId known(String zone, List<Market> markets) {
        TreeSet<String> zones = markets.stream()
                .flatMap(market -> market.zones().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!zones.contains(zone)) {
            throw Problem.ofField(
                            Kind.INVALID,
                            "zone",
                            "zone must be one of " + String.join(", ", zones) + ".")
                    .asException();
        }
        return ZoneId.of(zone);
    }

    /** Those on days on which nobody is closed. */
    List<DeliveryTime> open(List<DeliveryTime> slots) {
        return slots.stream().filter(this::isOpen).toList();
    }

    /** Whether nobody is closed on that day. */
    boolean isOpen(DeliveryTime slot) {
        return !isClosedAt(slot.instant());
    }

    private boolean isClosedAt(Instant moment) {
        return markets.stream()
                .anyMatch(market -> market.isClosedAt(moment, zone == null ? market.zone() : zone));
    }
}
