package com.acmecorp.order;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.fasterxml.jackson.core.type.TypeReference;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What ACME sells and for how much. */
final class Catalogue {

    private final SequencedMap<String, Product> products;

    Catalogue(List<Product> products) {
        SequencedMap<String, Product> bySku = new LinkedHashMap<>();
        for (Product product : products) {
            if (bySku.put(product.sku(), product) != null) {
                throw new IllegalArgumentException(
                        "the catalogue lists " + product.sku() + " twice");
            }
        }
        this.products = bySku;
    }

    /** The catalogue that is part of the jar. */
    static Catalogue acme() {
        return new Catalogue(EventJson.resource("/conf/catalogue.json", new TypeReference<>() {}));
    }

    List<Product> products() {
        return List.copyOf(products.values());
    }

    /**
     * What a basket costs.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it holds something that isn't on sale
     */
    UsdCents price(Basket basket) {
        return basket.skus().stream()
                .map(this::require)
                .map(Product::price)
                .reduce(new UsdCents(0), UsdCents::plus);
    }

    private Product require(String sku) {
        @Nullable Product product = products.get(sku);
        if (product == null) {
            throw Problem.ofField(
                            Kind.INVALID,
                            "products",
                            "We don't sell %s; on sale are %s."
                                    .formatted(sku, String.join(", ", products.keySet())))
                    .asException();
        }
        return product;
    }
}
