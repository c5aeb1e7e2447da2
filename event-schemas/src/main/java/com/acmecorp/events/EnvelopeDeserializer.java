package com.acmecorp.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;

/** Reads an envelope: its {@code detail-type} says which of the events the detail is. */
final class EnvelopeDeserializer extends JsonDeserializer<EventEnvelope> {

    @Override
    public EventEnvelope deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        JsonNode envelope = context.readTree(parser);
        EventType type = typeOf(envelope.path("detail-type").asText(), parser);
        OrderEvent event = context.readTreeAsValue(envelope.path("detail"), type.record());
        if (event == null || event.orderId() == null || event.metadata() == null) {
            throw JsonMappingException.from(
                    parser, "an envelope's detail has an orderId and metadata");
        }
        return EventEnvelope.of(event);
    }

    private static EventType typeOf(String name, JsonParser parser) throws JsonMappingException {
        try {
            return EventType.named(name);
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(parser, e.getMessage(), e);
        }
    }
}
