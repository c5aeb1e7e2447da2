package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventType;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The registry in AWS holds the very files that teams share. */
class SchemaRegistryTest {

    private static final Path SCHEMAS =
            Template.ROOT.resolve("event-schemas/src/main/resources/schemas");

    @Test
    void holdsEachFileAsItIs() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(Template.all("EventSchemas::Schema"))
                    .extracting(schema -> schema.get("Content").asText())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(SchemaRegistryTest::text).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsTheSchemaOfAnEventUnderItsSourceAndName(EventType type) {
        assertThat(contentsOf(type.source() + "@" + type.wireName()))
                .containsExactly(text(SCHEMAS.resolve(type.wireName() + ".v1.schema.json")));
    }

    @Test
    void saysWhichDraftTheyAreOf() {
        for (JsonNode schema : Template.all("EventSchemas::Schema")) {
            assertThat(schema.get("Type").asText()).isEqualTo("JSONSchemaDraft4");
            assertThat(schema.get("Content").asText()).contains("/draft-04/schema#");
        }
    }

    private static List<String> contentsOf(String name) {
        return Template.all("EventSchemas::Schema").stream()
                .filter(schema -> schema.get("SchemaName").asText().equals(name))
                .map(schema -> schema.get("Content").asText())
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
