package com.acmecorp.order;

import java.util.List;
import java.util.stream.Stream;

/** The SKUs of an order as the contract writes them: commas between, a SKU repeated is its quantity. */
record Basket(List<String> skus) {

    Basket {
        skus = List.copyOf(skus);
    }

    static Basket parse(String products) {
        return new Basket(Stream.of(products.split(",", -1)).map(String::strip).toList());
    }

    /** Whether a SKU is missing, such as between two commas. */
    boolean hasGaps() {
        return skus.contains("");
    }

    @Override
    public String toString() {
        return String.join(",", skus);
    }
}
