package com.acmecorp.app.simulation;

import com.acmecorp.events.Place;

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

    /** Some tell where they live and what they read; each order's number decides which, for it is no matter of chance. */
    private static final List<JsonObject> PLACES = List.of(
            new JsonObject(),
            JsonObject.of("state", "HI", "postalCode", "96813", "language", "es"),
            JsonObject.of("postalCode", "97205"),
            JsonObject.of("state", "Baja California", "language", "en"));

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
                .put("testId", isTest ? 4711 : 0)
                .mergeIn(PLACES.get(number % PLACES.size()));
    }

    /** What a shopper asks to learn the delivery times for such an order. */
    static JsonObject timesFor(JsonObject form) {
        return new Place(
                        form.getString("market"),
                        form.getString("state"),
                        form.getString("postalCode"))
                .toldZone()
                .map(zone -> JsonObject.of("zone", zone.getId()))
                .orElseGet(JsonObject::new);
    }

    /** A test order of a business, which pays nobody. */
    static JsonObject business(int number) {
        return form(new Random(0), number, true)
                .put("customerType", "B2B")
                .put("market", "US")
                .put("orgNumber", 5_556_667_777L);
    }
}
