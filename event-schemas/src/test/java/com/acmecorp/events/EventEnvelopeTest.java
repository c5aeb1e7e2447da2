package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.acmecorp.events.Schemas.Dialect;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class EventEnvelopeTest {

    static List<OrderEvent> events() {
        return SampleEvents.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void comesBackFromJsonAsItWas(OrderEvent event) {
        EventEnvelope envelope = EventEnvelope.of(event);

        assertThat(EventJson.read(EventJson.write(envelope), EventEnvelope.class))
                .isEqualTo(envelope);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isValid(OrderEvent event) {
        for (Dialect dialect : Dialect.values()) {
            assertThat(dialect.errors("Envelope", EventJson.write(EventEnvelope.of(event))))
                    .isEmpty();
        }
    }

    @Test
    void hasEventBridgesShape() {
        JsonNode json =
                Schemas.tree(EventJson.write(EventEnvelope.of(SampleEvents.stockCreated(0))));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("id", "source", "detail-type", "time", "detail");
        assertThat(json.get("id")).isEqualTo(json.at("/detail/metadata/eventId"));
        assertThat(json.get("source").asText()).isEqualTo("acme.stock");
        assertThat(json.get("detail-type").asText()).isEqualTo("StockCreated");
        assertThat(json.get("time").asText()).isEqualTo(SampleEvents.NOON.toString());
    }

    @Test
    void isReadWithFieldsThatNobodyHereKnows() {
        EventEnvelope envelope = EventEnvelope.of(SampleEvents.stockCreated(0));
        String newer = EventJson.write(envelope)
                .replace("{\"id\"", "{\"version\":\"0\",\"region\":\"us-east-1\",\"id\"")
                .replace("{\"orderId\"", "{\"warehouse\":{\"row\":7},\"orderId\"");

        assertThat(EventJson.read(newer, EventEnvelope.class)).isEqualTo(envelope);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"detail-type\":\"OrderEaten\",\"detail\":{\"orderId\":1}}",
                "{\"detail-type\":\"StockCreated\"}",
                "{\"detail-type\":\"StockCreated\",\"detail\":null}",
                "{\"detail-type\":\"StockCreated\",\"detail\":\"x\"}",
                "{\"detail-type\":\"StockCreated\",\"detail\":{}}",
                "{\"detail-type\":\"StockCreated\",\"detail\":{\"orderId\":1}}",
                "{\"detail-type\":\"StockCreated\",\"detail\":{\"orderId\":0}}"
            })
    void isRefusedWithoutAnEventInIt(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventJson.read(json, EventEnvelope.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.5", "-1", "\"dear\"", "true"})
    void isRefusedWithAWrongAmount(String amount) {
        EventEnvelope envelope = EventEnvelope.of(SampleEvents.created(null, 0));
        String wrong = EventJson.write(envelope)
                .replace("\"totalPrice\":30000", "\"totalPrice\":" + amount);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventJson.read(wrong, EventEnvelope.class));
    }
}
