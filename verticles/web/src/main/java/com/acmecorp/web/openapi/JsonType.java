package com.acmecorp.web.openapi;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The types of JSON Schema, and how a person calls them. */
enum JsonType {
    OBJECT("a JSON object") {
        @Override
        boolean admits(@Nullable Object value) {
            return value instanceof Map;
        }
    },
    ARRAY("a list") {
        @Override
        boolean admits(@Nullable Object value) {
            return value instanceof List;
        }
    },
    STRING("a text") {
        @Override
        boolean admits(@Nullable Object value) {
            return value instanceof String;
        }
    },
    /**
     * Stricter than JSON Schema, which takes 1.0 for an integer: nobody who counts cents writes it
     * so.
     */
    INTEGER("a whole number") {
        @Override
        boolean admits(@Nullable Object value) {
            return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
        }
    },
    BOOLEAN("true or false") {
        @Override
        boolean admits(@Nullable Object value) {
            return value instanceof Boolean;
        }
    },
    NULL("null") {
        @Override
        boolean admits(@Nullable Object value) {
            return value == null;
        }
    };

    private final String words;

    JsonType(String words) {
        this.words = words;
    }

    abstract boolean admits(@Nullable Object value);

    String words() {
        return words;
    }

    static JsonType named(Object name) {
        return valueOf(name.toString().toUpperCase(Locale.ROOT));
    }
}
