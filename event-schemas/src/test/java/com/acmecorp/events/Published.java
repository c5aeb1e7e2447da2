package com.acmecorp.events;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The contract as it was published, and as it is today: files on both sides. */
final class Published {

    static final RowEvolution EVENTS = new RowEvolution(
            "EventType",
            "event",
            "the journal's keys, the events' ids and everybody's rules that match them. Leave it, and add another event.");

    static final RowEvolution SUBSCRIPTIONS = new RowEvolution(
            "subscriptions.json",
            "subscriber",
            "what waits for it in the queue and the deliveries of that name. Leave it, and add another subscription.");

    private static final Path PUBLISHED = Path.of("src/test/resources/published");
    private static final Path TODAY = Path.of("src/main/resources");
    private static final String SCHEMAS = "schemas";

    private Published() {}

    static JsonNode file(String name) {
        return read(PUBLISHED.resolve(name));
    }

    static List<String> schemas() {
        return names(PUBLISHED.resolve(SCHEMAS));
    }

    static List<String> samples() {
        return names(PUBLISHED.resolve("samples"));
    }

    static JsonNode schema(String file) {
        return file(SCHEMAS + "/" + file);
    }

    static JsonNode sample(String file) {
        return file("samples/" + file);
    }

    static List<String> schemasOfToday() {
        return names(TODAY.resolve(SCHEMAS));
    }

    static JsonNode schemaOfToday(String file) {
        return read(TODAY.resolve(SCHEMAS).resolve(file));
    }

    static JsonNode subscriptionsOfToday() {
        return read(TODAY.resolve("subscriptions.json"));
    }

    /** The events of today in the form of the published table. */
    static JsonNode eventsOfToday() {
        return Schemas.tree(EventJson.write(Stream.of(EventType.values())
                .map(type -> new EventRow(type.wireName(), type.source(), type.slot()))
                .toList()));
    }

    private record EventRow(String event, String source, int slot) {}

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return Schemas.tree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
