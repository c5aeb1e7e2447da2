package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The gate before the schemas, tried with planted changes: such that it must refuse, and such that it must let through. */
class SchemaEvolutionTest {

    static final List<String> SCHEMAS = Published.schemas();

    private static final Map<String, String> WHOM = Map.of(
            "old",
                    "which breaks the events of this version that journal, archive and queues hold and that are replayed.",
            "consumers", "which breaks the consumers of this version, who rely on it.",
            "both",
                    "hold and that are replayed, or the consumers of this version, who rely on it.");

    /** A schema with one of each keyword, those included that no event uses yet. */
    private static final String PLANT = """
            {"type": "object", "title": "Plant", "required": ["sku"],
             "properties": {
               "sku": {"type": "string", "pattern": "^[A-Z]+$", "minLength": 1, "maxLength": 5},
               "size": {"type": "string", "enum": ["S", "M"]},
               "cents": {"type": "integer", "minimum": 0, "maximum": 99},
               "sown": {"type": "string", "format": "date-time", "description": "when"},
               "note": {"type": "object"},
               "pot": {"type": "object", "required": ["clay"],
                       "properties": {"clay": {"type": "boolean"}, "rim": {"type": "integer"}}}}}
            """;

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/properties/size       | null | size is gone | consumers",
                "/properties/pot/properties/rim | null | pot.rim is gone | consumers",
                "/properties/cents/type | \"string\" | cents.type was \"integer\" and is \"string\" | both",
                "/properties/pot/properties/clay/type | \"string\" | pot.clay.type was | both",
                "/required              | [\"sku\", \"size\"] | size is required now | old",
                "/required              | [] | sku is no longer required | consumers",
                "/required              | null | sku is no longer required | consumers",
                "/properties/pot/required | [\"clay\", \"rim\"] | pot.rim is required now | old",
                "/properties/pot/required | [] | pot.clay is no longer required | consumers",
                "/properties/size/enum  | [\"S\", \"M\", \"L\"] | size.enum was [\"S\",\"M\"] and is | consumers",
                "/properties/size/enum  | [\"S\"] | size.enum was [\"S\",\"M\"] and is [\"S\"] | both",
                "/properties/size/enum  | null | size.enum was [\"S\",\"M\"] and is absent | consumers",
                "/properties/cents/minimum | 1 | cents.minimum was 0 and is 1 | old",
                "/properties/cents/minimum | -1 | cents.minimum was 0 and is -1 | consumers",
                "/properties/cents/maximum | 98 | cents.maximum was 99 and is 98 | old",
                "/properties/cents/maximum | 100 | cents.maximum was 99 and is 100 | consumers",
                "/properties/sku/maxLength | 4 | sku.maxLength was 5 and is 4 | old",
                "/properties/sku/minLength | null | sku.minLength was 1 and is absent | consumers",
                "/properties/size/maxLength | 1 | size.maxLength was absent and is 1 | old",
                "/properties/sku/pattern | \"^[A-Z0-9]+$\" | sku.pattern was | both",
                "/properties/sown/format | \"date\" | sown.format was \"date-time\" and is \"date\" | both",
                "/properties/note/properties | {\"by\": {\"type\": \"string\"}} | below note. | old",
                "/additionalProperties  | false | additionalProperties was absent and is false | old",
                "/type                  | [\"object\", \"null\"] | type was \"object\" and is | both"
            })
    void refusesAChangeThatBreaksSomebody(
            String pointer, String value, String change, String whom) {
        List<String> breaks =
                SchemaEvolution.breaks("Plant.v1", plant(), Planted.with(plant(), pointer, value));

        assertThat(breaks).singleElement().asString().contains("Plant.v1: " + change);
        assertThat(breaks.getFirst())
                .contains(WHOM.get(whom))
                .endsWith("put the change into a schema file of the next version beside it, with"
                        + " Metadata.SCHEMA_VERSION raised.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/title                  | \"Potted plant\"",
                "/description            | \"A plant\"",
                "/properties/sown/description | null",
                "/properties/pot/properties/clay/description | \"or plastic\"",
                "/properties/glaze       | {\"type\": \"string\", \"enum\": [\"blue\"]}",
                "/properties/pot/properties/drain | {\"type\": \"boolean\"}",
                "/properties/title       | {\"type\": \"string\"}"
            })
    void letsThroughWhatNobodyNotices(String pointer, String value) {
        assertThat(SchemaEvolution.breaks(
                        "Plant.v1", plant(), Planted.with(plant(), pointer, value)))
                .isEmpty();
    }

    /** Nothing in the real schemas, metadata included, can go or change but its words. */
    @ParameterizedTest
    @FieldSource("SCHEMAS")
    void refusesAnyChangeOfWhatIsPublished(String file) {
        JsonNode published = Published.schema(file);
        List<String> rules = rules("", published).toList();
        assertThat(rules).hasSizeGreaterThan(10);

        for (String rule : rules) {
            for (String value : List.of("null", "[\"changed\"]")) {
                assertThat(SchemaEvolution.breaks(
                                file, published, Planted.with(published, rule, value)))
                        .as(rule)
                        .isNotEmpty();
            }
        }
    }

    private static JsonNode plant() {
        return Schemas.tree(PLANT);
    }

    /** Where a schema says something that is more than words. */
    private static Stream<String> rules(String pointer, JsonNode schema) {
        Stream<String> own = schema.properties().stream()
                .map(Map.Entry::getKey)
                .filter(keyword -> !List.of("title", "description").contains(keyword))
                .map(keyword -> pointer + "/" + keyword);
        return Stream.concat(
                own,
                schema.path("properties").properties().stream()
                        .flatMap(property -> rules(
                                pointer + "/properties/" + property.getKey(),
                                property.getValue())));
    }
}
