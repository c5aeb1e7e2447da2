package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Markets;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;

class ListProductsTest {

    private final JsonObject answer = new ListProducts(
                    Catalogue.acme(), Markets.acme(), Segments.acme(Markets.acme()))
            .answer();

    @Test
    void listsEachProductWithItsPriceInEachMarket() {
        assertThat(answer.getJsonArray("products")).hasSize(6);
        assertThat(answer.getJsonArray("products").getJsonObject(4))
                .isEqualTo(JsonObject.of(
                        "sku", "BB001",
                        "name", "Basic bonsai",
                        "prices",
                                JsonObject.of(
                                        "US", JsonObject.of("amount", 15_000L, "currency", "USD"),
                                        "MX",
                                                JsonObject.of(
                                                        "amount", 300_000L, "currency", "MXN"))));
    }

    @Test
    void listsTheMarketsAndWhoMayBuyThere() {
        assertThat(answer.getJsonArray("markets"))
                .isEqualTo(JsonArray.of(
                        market("US", "United States", "USD", "en-US", "B2B", "B2C"),
                        market("MX", "México", "MXN", "es-MX", "B2C")));
    }

    private static JsonObject market(
            String code, String name, String currency, String locale, String... customerTypes) {
        return new JsonObject()
                .put("market", code)
                .put("name", name)
                .put("currency", currency)
                .put("locale", locale)
                .put("customerTypes", List.of(customerTypes));
    }
}
