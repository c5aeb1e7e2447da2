package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * What every event's detail also carries. Market and test id are here so that a subscriber knows the language, the zone
 * and whether the order is synthetic without asking anyone.
 *
 * @param eventId the envelope's id; the same on every transport and retry
 * @param schemaVersion version of the detail's schema
 * @param occurredAt when it was written to the journal
 * @param traceparent W3C trace context of the request that began the order's journey
 * @param market code of the order's market
 * @param testId 0 for a customer's order, else the number of the test it belongs to
 * @param linkGeneration how often the order's links were replaced by then; null: never
 */
public record Metadata(
        UUID eventId,
        int schemaVersion,
        Instant occurredAt,
        TraceParent traceparent,
        String market,
        long testId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer linkGeneration) {

    public static final int SCHEMA_VERSION = 1;

    /** Of an order whose links were never replaced. */
    public Metadata(
            UUID eventId,
            int schemaVersion,
            Instant occurredAt,
            TraceParent traceparent,
            String market,
            long testId) {
        this(eventId, schemaVersion, occurredAt, traceparent, market, testId, null);
    }

    /** The same, of an event that is written to the journal only then. */
    Metadata at(Instant time) {
        return new Metadata(
                eventId, schemaVersion, time, traceparent, market, testId, linkGeneration);
    }

    /** The generation of the order's links that were good when the event was written. */
    @JsonIgnore
    public int goodLinks() {
        return linkGeneration == null ? 0 : linkGeneration;
    }

    @JsonIgnore
    public boolean isTest() {
        return testId > 0;
    }
}
