package com.acmecorp.events;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What changed in the rows of a published table and breaks somebody. A row may be added, and a column, too.
 *
 * @param file where the table is
 * @param key the column whose values are the rows' names
 * @param remedy the end of a sentence: whom a change breaks, and what to do instead
 */
record RowEvolution(String file, String key, String remedy) {

    /**
     * Compares a table with what was published of it.
     *
     * @return a sentence for each change that breaks somebody; empty when there is none
     */
    List<String> breaks(JsonNode published, JsonNode today) {
        return rows(published)
                .flatMap(row -> rows(today)
                        .filter(candidate -> candidate.get(key).equals(row.get(key)))
                        .findFirst()
                        .map(now -> changes(row, now))
                        .orElseGet(() -> Stream.of(sentence(row, "is gone"))))
                .toList();
    }

    private Stream<String> changes(JsonNode published, JsonNode today) {
        return published.properties().stream()
                .filter(column -> !column.getValue().equals(today.path(column.getKey())))
                .map(column -> sentence(published, change(column, today)));
    }

    private static String change(Map.Entry<String, JsonNode> column, JsonNode today) {
        return "had %s %s and has %s"
                .formatted(column.getKey(), column.getValue(), today.path(column.getKey()));
    }

    private String sentence(JsonNode row, String change) {
        return "%s: %s %s, which breaks %s".formatted(file, row.get(key).asText(), change, remedy);
    }

    private static Stream<JsonNode> rows(JsonNode table) {
        return StreamSupport.stream(table.spliterator(), false);
    }
}
