package com.acmecorp.app.torture;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a system as a whole must show when nothing is under way: nothing left to be done, and books that add up. */
record Books(JsonApi api) {

    /** An attempt whose outcome was lost is made again after its lease, and later with each one that was lost. */
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(4);

    private static final String QUERY = """
            { getBacklog { undispatched retrying dead } getOpenPayments { open }
              getBalances { currency debit credit } }""";

    /** Waits until nothing is left to be done, or for too long; each difference is a sentence. */
    List<String> differences() {
        Waiting.untilTold(() -> leftOvers(ask()).isEmpty(), SETTLE_LIMIT);
        JsonObject data = ask();
        List<String> differences = new ArrayList<>(leftOvers(data));
        sums(data).forEach((currency, sum) -> {
            if (sum != 0) {
                differences.add("the books don't add up: " + sum + " " + currency);
            }
        });
        return differences;
    }

    private static List<String> leftOvers(JsonObject data) {
        List<String> left = new ArrayList<>();
        JsonObject backlog = data.getJsonObject("getBacklog")
                .copy()
                .mergeIn(data.getJsonObject("getOpenPayments"));
        backlog.forEach(count -> {
            if (((Number) count.getValue()).longValue() != 0) {
                left.add("%s: %s, expected 0".formatted(count.getKey(), count.getValue()));
            }
        });
        return left;
    }

    private static Map<String, Long> sums(JsonObject data) {
        Map<String, Long> sums = new HashMap<>();
        data.getJsonArray("getBalances").stream()
                .map(JsonObject.class::cast)
                .forEach(balance -> sums.merge(
                        balance.getString("currency"),
                        balance.getLong("debit") - balance.getLong("credit"),
                        Long::sum));
        return sums;
    }

    private JsonObject ask() {
        return api.query(QUERY);
    }
}
