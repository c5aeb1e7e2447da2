package com.acmecorp.app.simulation;

import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Random;

/** What shoppers fill in. */
final class Forms {

    private static final List<JsonObject> SEGMENTS = List.of(
            new JsonObject()
                    .put("customerType", "B2B")
                    .put("market", "US")
                    .put("orgNumber", 5_556_667_777L),
            new JsonObject().put("customerType", "B2C").put("market", "US"),
            new JsonObject().put("customerType", "B2C").put("market", "MX"));

    private Forms() {}

    static JsonObject form(Random random, int number, boolean isTest) {
        String who = isTest ? "test" : "customer";
        return SEGMENTS.get(random.nextInt(SEGMENTS.size()))
                .copy()
                .put("name", "Sam Person")
                .put("email", who + number + "@example.com")
                .put("phone", "+1 555 0100")
                .put("street", "1 Fern St")
                .put("city", "Portland")
                .put("products", "BB001,LB001")
                .put("totalPrice", 30_000)
                .put("testId", isTest ? 4711 : 0);
    }

    /** A test order of a business, which pays nobody. */
    static JsonObject business(int number) {
        return form(new Random(0), number, true)
                .put("customerType", "B2B")
                .put("market", "US")
                .put("orgNumber", 5_556_667_777L);
    }
}
