package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;
import java.util.UUID;

/**
 * One event on its way, in EventBridge's shape on every transport: {@code id, source, detail-type, time, detail}.
 *
 * @param id derived from the event's {@link EventKey}: the same on each transport and retry
 */
public record EventEnvelope(
        UUID id,
        String source,
        @JsonProperty("detail-type") EventType detailType,
        Instant time,
        OrderEvent detail) {

    public static EventEnvelope of(OrderEvent event) {
        Metadata metadata = event.metadata();
        return new EventEnvelope(
                metadata.eventId(),
                event.type().source(),
                event.type(),
                metadata.occurredAt(),
                event);
    }
}
