package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Schemas.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A record and its published schema say the same, in both directions. */
class EventSchemaTest {

    static final List<OrderEvent> EVENTS = Stream.concat(
                    SampleEvents.all().stream(), SampleEvents.minimal().stream())
            .toList();

    static Stream<Arguments> samples() {
        return Stream.of(EventType.values())
                .flatMap(type -> Stream.of(Arguments.of(type, true), Arguments.of(type, false)));
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void whatIsWrittenIsValid(OrderEvent event) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(dialect.errors(event.type().wireName(), EventJson.write(event)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void whatIsWrittenCanBeRead(OrderEvent event) {
        OrderEvent read = EventJson.read(EventJson.write(event), event.type().record());

        assertThat(read).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsValidCanBeReadAndWrittenWithoutLoss(EventType type, boolean withOptionalFields) {
        ObjectNode sample =
                new SchemaSample(Schemas.file(type.wireName()), withOptionalFields).json();
        assertThat(Dialect.DRAFT_7.errors(type.wireName(), sample.toString())).isEmpty();

        OrderEvent event = EventJson.read(sample.toString(), type.record());

        assertThat(Schemas.tree(EventJson.write(event))).isEqualTo(Schemas.tree(sample.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheSameFields(EventType type) {
        JsonNode schema = Schemas.file(type.wireName());

        assertSameFields(schema, type.record());
        assertSameFields(schema.at("/properties/metadata"), Metadata.class);
    }

    private static void assertSameFields(JsonNode schema, Class<?> record) {
        List<RecordComponent> components = List.of(record.getRecordComponents());

        assertThat(schema.get("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(names(components));
        assertThat(texts(schema.get("required")))
                .containsExactlyElementsOf(names(
                        components.stream().filter(EventSchemaTest::isRequired).toList()));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnEventThatLacksAField(EventType type) {
        ObjectNode sample = new SchemaSample(Schemas.file(type.wireName()), false).json();

        for (String field : names(List.of(type.record().getRecordComponents()))) {
            ObjectNode lacking = sample.deepCopy().without(List.of(field));
            assertThat(Dialect.DRAFT_4.errors(type.wireName(), lacking.toString()))
                    .hasSize(sample.has(field) ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasItsVersionInTheNameOfItsSchema(EventType type) {
        assertThat(Schemas.file(type.wireName()).get("title").asText()).isEqualTo(type.wireName());
        assertThat(Metadata.SCHEMA_VERSION).isEqualTo(1);
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<String> names(List<RecordComponent> components) {
        return components.stream().map(RecordComponent::getName).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
