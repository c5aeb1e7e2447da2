package com.acmecorp.app.torture;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An operator who reads the dead letters, a few pages at each look, while a system has other work. Its methods block. */
final class DeadLetterPages {

    private static final int AT_A_TIME = 100;
    private static final int PAGES_OF_A_LOOK = 5;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final String PAGE = """
            query($cause: String!, $limit: Long!, $after: String) {
              getDeadLettersOf(cause: $cause, limit: $limit, after: $after) { orderId place } }""";

    private final JsonApi api;
    private int pages;
    private int letters;
    private long slowestNs;

    DeadLetterPages(JsonApi api) {
        this.api = api;
    }

    /** Reads the causes, and the first pages of the first; what was late or not answered is a sentence. */
    List<String> look() {
        List<String> differences = new ArrayList<>();
        try {
            JsonArray causes = timed(() -> api.get("/deadLetters"), differences)
                    .getJsonArray("deadLetters", new JsonArray());
            if (!causes.isEmpty()) {
                read(causes.getJsonObject(0).getString("cause"), differences);
            }
        } catch (UncheckedIOException e) {
            differences.add("dead letters weren't listed: " + e);
        }
        return differences;
    }

    private void read(String cause, List<String> differences) {
        JsonObject variables = JsonObject.of("cause", cause, "limit", AT_A_TIME);
        JsonArray page;
        int read = 0;
        do {
            page = timed(() -> page(variables), differences).getJsonArray("getDeadLettersOf");
            pages++;
            letters += page.size();
            read++;
            if (!page.isEmpty()) {
                variables.put("after", page.getJsonObject(page.size() - 1).getString("place"));
            }
        } while (page.size() == AT_A_TIME && read < PAGES_OF_A_LOOK);
    }

    private JsonObject page(JsonObject variables) {
        return api.post("/database", JsonObject.of("query", PAGE, "variables", variables))
                .getJsonObject("data");
    }

    private JsonObject timed(Supplier<JsonObject> question, List<String> differences) {
        long askedAt = System.nanoTime();
        JsonObject answer = question.get();
        long tookNs = System.nanoTime() - askedAt;
        slowestNs = Math.max(slowestNs, tookNs);
        if (tookNs > LONGEST.toNanos()) {
            differences.add("a page of dead letters took %,d ms".formatted(tookNs / 1_000_000));
        }
        return answer;
    }

    int letters() {
        return letters;
    }

    String figures() {
        return "%,d dead letters read in %,d pages, the slowest in %,d ms"
                .formatted(letters, pages, slowestNs / 1_000_000);
    }
}
