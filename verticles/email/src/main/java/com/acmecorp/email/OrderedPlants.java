package com.acmecorp.email;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringTokenizer;

/**
 * What an order holds, as a mail lists it.
 *
 * @param quantities by SKU, in the order in which they were put in; at most {@link #MOST_KINDS} of
 *     them, for a test order may hold hundreds of made-up ones
 * @param others how many plants are left out
 */
record OrderedPlants(SequencedMap<String, Integer> quantities, int others) {

    static final int MOST_KINDS = 20;

    private static final String SEPARATORS = ", \t\n\r";

    OrderedPlants {
        quantities = new LinkedHashMap<>(quantities);
    }

    /**
     * Reads an order's products.
     *
     * @param products SKUs with commas between; a SKU repeated is its quantity; empty where nobody
     *     says what was ordered
     */
    static OrderedPlants of(String products) {
        SequencedMap<String, Integer> quantities = new LinkedHashMap<>();
        int others = 0;
        StringTokenizer skus = new StringTokenizer(products, SEPARATORS);
        while (skus.hasMoreTokens()) {
            String sku = skus.nextToken();
            if (quantities.size() < MOST_KINDS || quantities.containsKey(sku)) {
                quantities.merge(sku, 1, Integer::sum);
            } else {
                others++;
            }
        }
        return new OrderedPlants(quantities, others);
    }

    /** The lines of the list, as the templates read them: how many of which plant. */
    List<Map<String, Object>> lines(PlantNames names) {
        return quantities.entrySet().stream()
                .map(plant -> Map.<String, Object>of(
                        "quantity", plant.getValue(), "name", names.of(plant.getKey())))
                .toList();
    }
}
