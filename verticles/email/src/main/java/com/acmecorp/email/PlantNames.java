package com.acmecorp.email;

import com.acmecorp.events.EventJson;
import com.fasterxml.jackson.core.type.TypeReference;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the plants are called in one language, from {@code mails/plants.json}.
 *
 * @param bySku the SKU itself is the name of what isn't in there, such as in a test order
 */
record PlantNames(Map<String, String> bySku) {

    private static final String OTHERS = "…";

    PlantNames {
        bySku = Map.copyOf(bySku);
    }

    static PlantNames in(String language) {
        Map<String, Map<String, String>> names =
                EventJson.resource("/mails/plants.json", new TypeReference<>() {});
        return new PlantNames(names.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, name -> inLanguage(name.getValue(), language))));
    }

    private static String inLanguage(Map<String, String> names, String language) {
        String name = names.get(language);
        if (name == null) {
            throw new IllegalStateException(
                    "plants.json lacks a name in " + language + ": " + names);
        }
        return name;
    }

    String of(String sku) {
        return bySku.getOrDefault(sku, sku);
    }

    /** Of those that a list has no room for. */
    String ofOthers() {
        return of(OTHERS);
    }
}
