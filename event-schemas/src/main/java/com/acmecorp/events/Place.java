package com.acmecorp.events;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Where an order's plants go, as far as its delivery times depend on it.
 *
 * @param market ISO 3166 code
 * @param state its name or abbreviation, as the customer wrote it; null where nobody told it
 * @param postalCode null where nobody told it
 */
public record Place(
        String market, @Nullable String state, @Nullable String postalCode) {

    /** The zone that the state or the postal code tells; empty where neither does. */
    public Optional<ZoneId> toldZone() {
        return state == null && postalCode == null
                ? Optional.empty()
                : ZoneMap.of(market).flatMap(zones -> zones.find(state, postalCode));
    }

    /** Where delivery times are read: the market's zone, unless the address tells another. */
    public ZoneId zone() {
        return toldZone().orElseGet(() -> Markets.acme().orFirst(market).zone());
    }
}
