package com.acmecorp.email;

import com.acmecorp.events.EventJson;
import com.fasterxml.jackson.core.type.TypeReference;

import java.util.Map;

/**
 * How the plants are called, in every language, from {@code mails/plants.json}.
 *
 * @param bySku the SKU itself is the name of what isn't in there, such as in a test order
 */
record PlantNames(Map<String, String> bySku) {

    PlantNames {
        bySku = Map.copyOf(bySku);
    }

    static PlantNames acme() {
        return new PlantNames(EventJson.resource("/mails/plants.json", new TypeReference<>() {}));
    }

    String of(String sku) {
        return bySku.getOrDefault(sku, sku);
    }
}
