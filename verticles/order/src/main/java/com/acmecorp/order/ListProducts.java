package com.acmecorp.order;

import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.events.Money;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The catalogue as the shop shows it: each product's price in each market, and who may buy there. */
final class ListProducts {

    private final JsonObject answer;

    ListProducts(Catalogue catalogue, Markets markets, Segments segments) {
        JsonArray products = new JsonArray();
        catalogue.products().forEach(product -> products.add(json(product, markets)));
        JsonArray marketList = new JsonArray();
        markets.all().stream()
                .filter(market -> segments.isServed(market.market()))
                .forEach(market -> marketList.add(json(market, segments)));
        this.answer = new JsonObject().put("products", products).put("markets", marketList);
    }

    JsonObject answer() {
        return answer;
    }

    private static JsonObject json(Product product, Markets markets) {
        JsonObject prices = new JsonObject();
        for (Market market : markets.all()) {
            Money price = market.localPrice(product.price());
            prices.put(
                    market.market(),
                    new JsonObject()
                            .put("amount", price.minorUnits())
                            .put("currency", price.currency().getCurrencyCode()));
        }
        return new JsonObject()
                .put("sku", product.sku())
                .put("name", product.name())
                .put("prices", prices);
    }

    private static JsonObject json(Market market, Segments segments) {
        return new JsonObject()
                .put("market", market.market())
                .put("name", market.name())
                .put("currency", market.currency().getCurrencyCode())
                .put("locale", market.locale().toLanguageTag())
                .put(
                        "customerTypes",
                        new JsonArray(segments.customerTypesIn(market.market()).toList()));
    }
}
