package com.acmecorp.events;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What changed in a published schema and breaks somebody. Old events are replayed, and new ones reach consumers that
 * know only the published schema, so that it may become neither narrower nor wider. Its words may change, and optional
 * properties be added, which everybody ignores who doesn't know them.
 */
final class SchemaEvolution {

    private static final String OLD_EVENTS =
            "the events of this version that journal, archive and queues hold and that are replayed";
    private static final String CONSUMERS = "the consumers of this version, who rely on it";
    private static final String BOTH = OLD_EVENTS + ", or " + CONSUMERS;

    private final String file;
    private final List<String> breaks = new ArrayList<>();

    private SchemaEvolution(String file) {
        this.file = file;
    }

    /**
     * Compares a schema with what was published of it.
     *
     * @return a sentence for each change that breaks somebody; empty when there is none
     */
    static List<String> breaks(String file, JsonNode published, JsonNode today) {
        SchemaEvolution evolution = new SchemaEvolution(file);
        evolution.compare("", published, today);
        return evolution.breaks;
    }

    private void compare(String path, JsonNode published, JsonNode today) {
        Stream.concat(published.properties().stream(), today.properties().stream())
                .map(Map.Entry::getKey)
                .distinct()
                .forEach(keyword ->
                        compare(path, keyword, published.path(keyword), today.path(keyword)));
    }

    private void compare(String path, String keyword, JsonNode published, JsonNode today) {
        switch (keyword) {
            case "title", "description" -> {}
            case "required" -> compareRequired(path, names(published), names(today));
            case "properties" -> compareProperties(path, published, today);
            default -> compareRule(path + keyword, published, today);
        }
    }

    private void compareProperties(String path, JsonNode published, JsonNode today) {
        if (published.isMissingNode()) {
            refuse("below " + path + " everything was welcome and now has a form", OLD_EVENTS);
        }
        published.properties().forEach(property -> {
            String name = property.getKey();
            if (today.has(name)) {
                compare(path + name + ".", property.getValue(), today.get(name));
            } else {
                refuse(path + name + " is gone", CONSUMERS);
            }
        });
    }

    private void compareRequired(String path, List<String> published, List<String> today) {
        today.stream()
                .filter(name -> !published.contains(name))
                .forEach(name -> refuse(path + name + " is required now", OLD_EVENTS));
        published.stream()
                .filter(name -> !today.contains(name))
                .forEach(name -> refuse(path + name + " is no longer required", CONSUMERS));
    }

    private void compareRule(String rule, JsonNode published, JsonNode today) {
        if (!published.equals(today)) {
            refuse(
                    "%s was %s and is %s".formatted(rule, shown(published), shown(today)),
                    whom(rule, published, today));
        }
    }

    /** Whatever became narrower refuses old events; whatever became wider surprises consumers. */
    private static String whom(String rule, JsonNode published, JsonNode today) {
        if (published.isMissingNode()) {
            return OLD_EVENTS;
        }
        if (today.isMissingNode()) {
            return CONSUMERS;
        }
        if (published.isNumber() && today.isNumber()) {
            boolean isLower = rule.startsWith("min", rule.lastIndexOf('.') + 1);
            boolean grew = today.decimalValue().compareTo(published.decimalValue()) > 0;
            return isLower == grew ? OLD_EVENTS : CONSUMERS;
        }
        if (published.isArray() && today.isArray()) {
            return names(today).containsAll(names(published)) ? CONSUMERS : BOTH;
        }
        return BOTH;
    }

    private void refuse(String change, String whom) {
        breaks.add(
                ("%s: %s, which breaks %s. Leave it as it was published, and put the change into a schema file of"
                                + " the next version beside it, with Metadata.SCHEMA_VERSION raised.")
                        .formatted(file, change, whom));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
