package com.acmecorp.web.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bodies that differ from a good one in one field: it is missing, or has one of many other values.
 */
public final class Mutations {

    /**
     * Values of every type, at the edges of what is allowed, and such that an attacker would try.
     */
    private static final List<Object> VALUES = List.of(
            "",
            " ",
            "x",
            "B2C",
            "US",
            "StockCreated",
            "OrderCreated",
            "O'Brien",
            "0",
            "12345",
            "1".repeat(20),
            "1".repeat(21),
            "x".repeat(101),
            "x".repeat(201),
            "x".repeat(255),
            "x".repeat(2_001),
            "ann@example.com",
            "'; DROP TABLE orders; --",
            "\" OR \"\"=\"",
            "{ __schema { types { name } } }",
            "\") { orderId } }",
            "<script>alert(1)</script>",
            "${jndi:ldap://example.com}",
            "line\nbreak",
            -1,
            0,
            1,
            Long.MAX_VALUE,
            (1L << 53) - 1,
            1L << 53,
            BigInteger.TEN.pow(20).subtract(BigInteger.ONE),
            BigInteger.TEN.pow(21),
            0.5,
            true,
            new JsonObject(),
            new JsonArray());

    private Mutations() {}

    /** All mutants of a body, those of its inner objects included. */
    public static List<JsonObject> of(JsonObject body) {
        return body.fieldNames().stream().flatMap(field -> of(body, field)).toList();
    }

    private static Stream<JsonObject> of(JsonObject body, String field) {
        JsonObject without = body.copy();
        without.remove(field);
        Stream<JsonObject> flat = Stream.concat(
                Stream.of(without, body.copy().putNull(field)),
                VALUES.stream().map(value -> body.copy().put(field, value)));
        return body.getValue(field) instanceof JsonObject inner
                ? Stream.concat(
                        flat, of(inner).stream().map(mutant -> body.copy().put(field, mutant)))
                : flat;
    }
}
