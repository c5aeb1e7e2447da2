package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Schemas.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.stream.Stream;

/**
 * Today's contract still does what was published of it: events that were written once can be replayed, and whoever was
 * written against v1 works with new ones. What may change, published/README.md tells.
 */
class PublishedContractTest {

    static final List<String> SCHEMAS = Published.schemas();
    static final List<String> SAMPLES = Published.samples();

    @Test
    void hasEverySchemaThatWasPublishedAndPublishesEverySchema() {
        assertThat(Published.schemasOfToday())
                .as(
                        "a published schema may not go, for its events are out there; a new one is copied to published/"
                                + "schemas, so that from now on it is guarded, too")
                .isEqualTo(SCHEMAS);
    }

    @ParameterizedTest
    @FieldSource("SCHEMAS")
    void keepsTheSchemas(String file) {
        assertThat(SchemaEvolution.breaks(
                        file, Published.schema(file), Published.schemaOfToday(file)))
                .isEmpty();
    }

    @Test
    void keepsSourceAndSlotOfTheEvents() {
        assertThat(Published.EVENTS.breaks(
                        Published.file("events.json"), Published.eventsOfToday()))
                .isEmpty();
    }

    /** Past orders are shown in their market's language and zone, and those on their way are placed in it. */
    @Test
    void keepsTheMarketsThatOrdersWereTakenIn() {
        assertThat(Published.file("markets.json")).isNotEmpty().allSatisfy(published -> {
            Market market =
                    Markets.acme().find(published.get("market").asText()).orElseThrow();
            assertThat(market.zone().getId()).isEqualTo(published.get("zone").asText());
        });
    }

    @Test
    void keepsTheSubscriptions() {
        assertThat(Published.SUBSCRIPTIONS.breaks(
                        Published.file("subscriptions.json"), Published.subscriptionsOfToday()))
                .isEmpty();
    }

    @Test
    void hasASampleOfEachEventWithAllItsFieldsAndWithTheLeast() {
        assertThat(SAMPLES)
                .containsExactlyInAnyOrderElementsOf(Stream.of(EventType.values())
                        .map(EventType::wireName)
                        .flatMap(event ->
                                Stream.of(event + ".v1.full.json", event + ".v1.minimal.json"))
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void takesThePublishedSamples(String file) {
        JsonNode sample = Published.sample(file);
        String event = sample.get("detail-type").asText();

        for (Dialect dialect : Dialect.values()) {
            assertThat(dialect.errors("Envelope", sample.toString())).isEmpty();
            assertThat(dialect.errors(event, sample.get("detail").toString())).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void readsThePublishedSamplesWithAllTheirValues(String file) {
        assertThat(lost(Published.sample(file)))
                .as("values of a published event that today's records don't give back")
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void givesThePublishedEventsTheIdsThatTheyHave(String file) {
        OrderEvent event = EventJson.read(Published.sample(file).toString(), EventEnvelope.class)
                .detail();

        assertThat(EventKey.of(event.orderId(), event.type()).eventId())
                .isEqualTo(event.metadata().eventId());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void noticesAValueThatARecordNoLongerKeeps(String file) {
        ObjectNode sample = Published.sample(file).deepCopy();
        sample.withObject("/detail/metadata").put("dropped", 1);
        sample.withObject("/detail").put("renamed", "x");

        assertThat(lost(sample))
                .containsExactlyInAnyOrder("/detail/renamed", "/detail/metadata/dropped");
    }

    /** Where a sample has values that are not the same after it was read and written again. */
    private static List<String> lost(JsonNode sample) {
        EventEnvelope envelope = EventJson.read(sample.toString(), EventEnvelope.class);
        JsonNode again = Schemas.tree(EventJson.write(envelope));
        return leaves("", sample)
                .filter(leaf -> !sample.at(leaf).equals(again.at(leaf)))
                .toList();
    }

    private static Stream<String> leaves(String pointer, JsonNode node) {
        return node.isObject()
                ? node.properties().stream()
                        .flatMap(child -> leaves(pointer + "/" + child.getKey(), child.getValue()))
                : Stream.of(pointer);
    }
}
