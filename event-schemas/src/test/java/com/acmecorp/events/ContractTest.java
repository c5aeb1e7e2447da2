package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** The table of events in the contract, written out once more, and the sixth event that is ours. */
class ContractTest {

    @ParameterizedTest
    @CsvSource({
        "OrderCreated, acme.order, orderId name email phone street city state postalCode language"
                + " customerType market products totalPrice orgNumber orgNumberText testId charged settlement",
        "OrderPlaced, acme.order, orderId products name email totalPrice charged",
        "StockCreated, acme.stock, orderId",
        "OrderDeliverable, acme.order, orderId name email phone street city state postalCode language",
        "DeliveryBooked, acme.delivery, orderId name email phone street city state postalCode language"
                + " deliveryTime",
        "OrderCancelled, acme.order, orderId name email language totalPrice charged settlement"
    })
    void eachEventHasItsSourceAndFields(String name, String source, String fields) {
        assertThat(EventType.named(name).source()).isEqualTo(source);
        assertThat(Schemas.file(name).get("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(List.of((fields + " metadata").split(" ")));
    }

    @Test
    void theseHappenInThisOrder() {
        assertThat(EventType.values())
                .extracting(EventType::wireName, EventType::slot)
                .containsExactly(
                        tuple("OrderCreated", 0),
                        tuple("OrderPlaced", 1),
                        tuple("StockCreated", 2),
                        tuple("OrderDeliverable", 3),
                        tuple("DeliveryBooked", 4),
                        tuple("OrderCancelled", 15));
    }

    @Test
    void theseListen() {
        assertThat(Subscriptions.all())
                .extracting(
                        subscription -> subscription.event().wireName(),
                        subscription -> context(subscription.subscriber()),
                        Subscription::testOrdersOnly)
                .containsExactlyInAnyOrder(
                        tuple("OrderCreated", "order", false),
                        tuple("OrderCreated", "email", false),
                        tuple("OrderPlaced", "stock", false),
                        tuple("OrderPlaced", "finance", false),
                        tuple("StockCreated", "order", false),
                        tuple("OrderDeliverable", "email", false),
                        tuple("OrderDeliverable", "delivery", true),
                        tuple("DeliveryBooked", "order", false),
                        tuple("DeliveryBooked", "email", false),
                        tuple("OrderCancelled", "order", false),
                        tuple("OrderCancelled", "stock", false),
                        tuple("OrderCancelled", "finance", false),
                        tuple("OrderCancelled", "email", false),
                        tuple("OrderCancelled", "delivery", false));
    }

    @Test
    void metadataIsTheSameInEveryEvent() {
        ObjectNode first = Schemas.file("OrderCreated");

        for (EventType type : EventType.values()) {
            assertThat(Schemas.file(type.wireName()).at("/properties/metadata"))
                    .isEqualTo(first.at("/properties/metadata"));
        }
    }

    private static String context(String subscriber) {
        return subscriber.substring(0, subscriber.indexOf('.'));
    }
}
