package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The document that tools read says what events, subscriptions and schemas say. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = document();

    @Test
    void hasAChannelForEachEvent() {
        assertThat(DOCUMENT.get("channels").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        Stream.of(EventType.values()).map(EventType::wireName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void carriesItsEventInTheEnvelope(EventType type) {
        JsonNode channel = DOCUMENT.get("channels").get(type.wireName());
        assertThat(channel.get("address").asText()).isEqualTo(type.wireName());
        assertThat(channel.get("messages").fieldNames())
                .toIterable()
                .containsExactly(type.wireName());

        JsonNode message = resolved(channel.get("messages").get(type.wireName()));
        assertThat(message.get("name").asText()).isEqualTo(type.wireName());

        JsonNode payload = message.at("/payload/allOf");
        assertThat(schema(payload.get(0))).isEqualTo(Schemas.file("Envelope"));
        JsonNode event = payload.get(1).get("properties");
        assertThat(event.at("/source/const").asText()).isEqualTo(type.source());
        assertThat(event.at("/detail-type/const").asText()).isEqualTo(type.wireName());
        assertThat(schema(event.get("detail"))).isEqualTo(Schemas.file(type.wireName()));
    }

    @Test
    void subscribesWhoIsSubscribed() {
        List<Subscription> subscriptions = operations("receive")
                .map(operation -> new Subscription(
                        operation.getKey(),
                        event(operation.getValue()),
                        operation.getValue().path("x-test-orders-only").asBoolean()))
                .toList();

        assertThat(subscriptions).isEqualTo(Subscriptions.all());
    }

    @Test
    void letsEachEventBeEmittedByItsSource() {
        List<String> emitted = operations("send")
                .map(operation -> event(operation.getValue()).wireName()
                        + " by acme."
                        + operation.getKey().split("\\.", -1)[0])
                .toList();

        assertThat(emitted)
                .containsExactlyElementsOf(Stream.of(EventType.values())
                        .map(type -> type.wireName() + " by " + type.source())
                        .toList());
    }

    private static Stream<Map.Entry<String, JsonNode>> operations(String action) {
        return DOCUMENT.get("operations").properties().stream()
                .filter(operation -> operation.getValue().get("action").asText().equals(action));
    }

    /** The event of an operation's channel, which must be that of its only message, too. */
    private static EventType event(JsonNode operation) {
        JsonNode channel = resolved(operation.get("channel"));
        EventType event = EventType.named(channel.get("address").asText());
        assertThat(operation.get("messages")).hasSize(1);
        assertThat(resolved(resolved(operation.get("messages").get(0)))
                        .get("name")
                        .asText())
                .isEqualTo(event.wireName());
        return event;
    }

    private static JsonNode resolved(JsonNode reference) {
        String pointer = reference.get("$ref").asText();
        JsonNode target = DOCUMENT.at(pointer.substring(1));
        assertThat(target.isMissingNode()).as(pointer).isFalse();
        return target;
    }

    /** The schema file that is referred to, relative to the document. */
    private static JsonNode schema(JsonNode reference) {
        return read("/" + reference.get("$ref").asText());
    }

    private static JsonNode document() {
        return read("/asyncapi.yaml");
    }

    /** JSON is YAML, too. */
    private static JsonNode read(String path) {
        try (InputStream file =
                Objects.requireNonNull(AsyncApiTest.class.getResourceAsStream(path), path)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new ObjectMapper().valueToTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
