package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate before events and subscriptions, tried with planted changes. */
class RowEvolutionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/1 | null | stock.request-goods is gone",
                "/1/subscriber | \"stock.ask\" | stock.request-goods is gone",
                "/0/event | \"OrderPlaced\" | order.place-order had event \"OrderCreated\" and has \"OrderPlaced\"",
                "/0/testOrdersOnly | true | order.place-order had testOrdersOnly false and has true"
            })
    void refusesASubscriptionThatGoesOrMeansSomethingElse(
            String pointer, String value, String change) {
        JsonNode published = Schemas.tree("""
                [{"subscriber": "order.place-order", "event": "OrderCreated", "testOrdersOnly": false},
                 {"subscriber": "stock.request-goods", "event": "OrderPlaced", "testOrdersOnly": false}]
                """);

        assertThat(Published.SUBSCRIPTIONS.breaks(
                        published, Planted.with(published, pointer, value)))
                .singleElement()
                .asString()
                .startsWith("subscriptions.json: " + change + ", which breaks what waits for it")
                .endsWith("Leave it, and add another subscription.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/0/source | \"acme.shop\" | OrderCreated had source \"acme.order\" and has \"acme.shop\"",
                "/2/slot   | 9 | StockCreated had slot 2 and has 9",
                "/4        | null | DeliveryBooked is gone"
            })
    void refusesAnEventThatGoesOrComesFromElsewhere(String pointer, String value, String change) {
        JsonNode published = Published.file("events.json");

        assertThat(Published.EVENTS.breaks(published, Planted.with(published, pointer, value)))
                .singleElement()
                .asString()
                .startsWith("EventType: " + change + ", which breaks the journal's keys");
    }

    @Test
    void letsThroughARowMore() {
        JsonNode events = Published.file("events.json");
        JsonNode subscriptions = Published.file("subscriptions.json");

        assertThat(Published.EVENTS.breaks(Planted.with(events, "/4", "null"), events))
                .isEmpty();
        assertThat(Published.SUBSCRIPTIONS.breaks(
                        Planted.with(subscriptions, "/0", "null"), subscriptions))
                .isEmpty();
    }
}
