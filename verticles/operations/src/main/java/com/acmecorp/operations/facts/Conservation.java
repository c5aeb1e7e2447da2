package com.acmecorp.operations.facts;

import io.vertx.core.json.JsonObject;

/** How all accepted orders add up: each figure was counted for itself. */
public record Conservation(
        long accepted, long inFlight, long booked, long cancelled, long dead, long lost) {

    static Conservation of(JsonObject figures) {
        return new Conservation(
                figures.getLong("accepted"),
                figures.getLong("inFlight"),
                figures.getLong("booked"),
                figures.getLong("cancelled"),
                figures.getLong("dead"),
                figures.getLong("lost"));
    }

    /** By how many the accepted orders are more than all that is known of; the lost ones are known. */
    public long difference() {
        return accepted - inFlight - booked - cancelled - dead - lost;
    }
}
