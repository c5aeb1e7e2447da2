package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Schemas.Dialect;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The schemas keep to what Draft 4 and Draft 7 both know and mean alike. */
class SchemaDialectTest {

    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "title",
            "description",
            "type",
            "required",
            "properties",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "pattern",
            "format");

    static Stream<String> names() {
        return Schemas.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areGoodSchemasInBothDrafts(String name) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(dialect.errorsOf(name)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void useNoKeywordThatOnlyOneDraftKnows(String name) {
        assertThat(keywords(Schemas.file(name))).isSubsetOf(KEYWORDS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void announceTheOlderDraft(String name) {
        assertThat(Schemas.file(name).get("$schema").asText())
                .isEqualTo("http://json-schema.org/draft-04/schema#");
    }

    private static Stream<String> keywords(JsonNode schema) {
        return Stream.concat(
                schema.properties().stream().map(Map.Entry::getKey),
                schema.path("properties").properties().stream()
                        .map(Map.Entry::getValue)
                        .flatMap(SchemaDialectTest::keywords));
    }
}
