package com.acmecorp.app.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the shop says it sells, and to whom: the answer of GET /products. */
record Catalogue(List<Product> products, List<Segment> segments) {

    private static final String ORDERS_ARE_PRICED_IN = "USD";

    /** Something to buy, with its price in US cents. */
    record Product(String sku, long usdCents) {}

    /** A kind of customer in a market. */
    record Segment(String customerType, String market, Locale locale) {

        @Override
        public String toString() {
            return customerType + "/" + market;
        }
    }

    /**
     * Reads the answer.
     *
     * @throws IllegalArgumentException when it is not a catalogue or offers nothing
     */
    static Catalogue of(JsonObject answer) {
        try {
            Catalogue catalogue = new Catalogue(
                    objects(answer, "products").map(Catalogue::product).toList(),
                    objects(answer, "markets").flatMap(Catalogue::segmentsOf).toList());
            if (catalogue.products.isEmpty() || catalogue.segments.isEmpty()) {
                throw new IllegalArgumentException("the shop offers no products or no markets");
            }
            return catalogue;
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("GET /products doesn't answer a catalogue", e);
        }
    }

    /** The segments of that name, or all for {@code mix}; empty when the shop doesn't serve it. */
    List<Segment> named(String name) {
        return name.equals("mix")
                ? segments
                : segments.stream()
                        .filter(segment -> segment.toString().equals(name))
                        .toList();
    }

    private static Product product(JsonObject product) {
        JsonObject prices = product.getJsonObject("prices");
        Optional<Long> usdCents = prices.stream()
                .map(price -> (JsonObject) price.getValue())
                .filter(price -> ORDERS_ARE_PRICED_IN.equals(price.getString("currency")))
                .map(price -> price.getLong("amount"))
                .findFirst();
        return new Product(
                product.getString("sku"), usdCents.orElseThrow(NullPointerException::new));
    }

    private static Stream<Segment> segmentsOf(JsonObject market) {
        Locale locale = Locale.forLanguageTag(market.getString("locale"));
        return market.getJsonArray("customerTypes").stream()
                .map(type -> new Segment((String) type, market.getString("market"), locale));
    }

    private static Stream<JsonObject> objects(JsonObject answer, String field) {
        JsonArray array = answer.getJsonArray(field);
        return array.stream().map(JsonObject.class::cast);
    }
}
