package com.acmecorp.platform.events;

import com.acmecorp.events.EventEnvelope;

import java.util.List;

/** Events on their way to one target, in one message. Each is handled and acknowledged for itself. */
public record EventBatch(List<EventEnvelope> events) {

    public EventBatch {
        events = List.copyOf(events);
    }
}
