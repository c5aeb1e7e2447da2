package com.acmecorp.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Plants a change in a copy of a document, to see whether a gate notices. */
final class Planted {

    private Planted() {}

    /**
     * A copy that differs in one place.
     *
     * @param pointer the place, as a JSON pointer
     * @param value its new JSON; {@code null} takes it away
     */
    static JsonNode with(JsonNode original, String pointer, String value) {
        JsonNode copy = original.deepCopy();
        int end = pointer.lastIndexOf('/');
        String name = pointer.substring(end + 1);
        switch (copy.at(pointer.substring(0, end))) {
            case ObjectNode object when value.equals("null") -> object.remove(name);
            case ObjectNode object -> object.set(name, Schemas.tree(value));
            case ArrayNode array when value.equals("null") -> array.remove(Integer.parseInt(name));
            default -> throw new IllegalArgumentException("nothing can be planted at " + pointer);
        }
        return copy;
    }
}
