package com.acmecorp.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** JSON made from nothing but a schema, with the largest values that it allows. */
record SchemaSample(ObjectNode schema, boolean withOptionalFields) {

    /** A text of each form that our schemas ask for. */
    private static final Map<String, String> TEXTS = Map.of(
            "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
                    "74738ff5-5367-5958-9aee-98fffdcd1876",
            "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$",
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
            "^[A-Z]{2}$", "MX",
            "^[a-z]{2}$", "es",
            "^[A-Z]{3}$", "MXN",
            "^(PAID|INVOICE)$", "INVOICE",
            "^[A-Z0-9]{2,10}$", "B2BPARTNER",
            "^[0-9]{1,15}$", "999999999999999",
            "^[0-9]{6,20}$", "00123456789012345678");

    ObjectNode json() {
        return object(schema);
    }

    private ObjectNode object(JsonNode type) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        type.get("properties").properties().stream()
                .filter(property -> withOptionalFields || isRequired(type, property.getKey()))
                .forEach(property -> object.set(property.getKey(), value(property.getValue())));
        return object;
    }

    private static boolean isRequired(JsonNode type, String property) {
        return StreamSupport.stream(type.get("required").spliterator(), false)
                .anyMatch(name -> name.asText().equals(property));
    }

    private JsonNode value(JsonNode type) {
        return switch (type.get("type").asText()) {
            case "object" -> object(type);
            case "integer" ->
                BigIntegerNode.valueOf(type.path("maximum")
                        .bigIntegerValue()
                        .max(type.get("minimum").bigIntegerValue()));
            case "string" -> TextNode.valueOf(text(type));
            default -> throw new IllegalArgumentException("no sample for " + type);
        };
    }

    private static String text(JsonNode type) {
        if (type.has("pattern")) {
            return Optional.ofNullable(TEXTS.get(type.get("pattern").asText())).orElseThrow();
        }
        return type.has("format")
                ? "2026-11-23T12:00:00.000000001Z"
                : "€".repeat(type.get("maxLength").asInt());
    }
}
