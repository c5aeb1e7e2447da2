package com.acmecorp.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.events.Outcomes;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the records become on their way to another node of a cluster. */
class LocalCodecTest {

    static Stream<Record> records() {
        return Stream.of(
                new EventBatch(List.of()),
                allEvents(),
                new Outcomes(List.of(
                        Outcome.acknowledged(),
                        Outcome.failed("Zoë isn't there", true),
                        Outcome.failed("never", false),
                        Outcome.unreachable("the line is dead"),
                        Outcome.noSubscriber("nobody listens"))),
                new GraphQlRequest("query { getOrder(id: 7) { orderId } }", Map.of(), null),
                new GraphQlRequest(
                        "mutation M($order: X) { m(order: $order) }",
                        JsonObject.of(
                                        "order", JsonObject.of("name", "Zoë 🌵", "orgNumber", null),
                                        "skus", JsonArray.of("BB001", JsonObject.of("n", 2)))
                                .getMap(),
                        "M"),
                new GraphQlAnswer(Map.of("getOrder", Map.of("orderId", 7)), null),
                new GraphQlAnswer(null, List.of(Map.of("message", "no", "path", List.of("m", 0)))));
    }

    private static EventBatch allEvents() {
        SampleOrder order =
                SampleOrder.of(86_757).of("Zoë O'Brien 🌵", "zoe@example.com").ofTest(7);
        return new EventBatch(Stream.of(
                        order.created(),
                        order.placed(),
                        order.stockCreated(),
                        order.deliverable(),
                        order.deliveryBooked(new DeliveryTime(1_767_286_800_000L)),
                        order.cancelled())
                .map(EventEnvelope::of)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void arriveOnAnotherNodeAsTheyLeft(Record record) {
        assertThat(sent(record)).isEqualTo(record).hasSameHashCodeAs(record);
    }

    @ParameterizedTest
    @MethodSource("records")
    void stayTheSameObjectInsideTheProcess(Record record) {
        assertThat(codecOf(record).transform(record)).isSameAs(record);
    }

    @Test
    void haveANameEach() {
        assertThat(records().map(record -> codecOf(record).name()).distinct()).hasSize(4);
    }

    /** The message's own header stands before the body. */
    private static Record sent(Record record) {
        Buffer wire = Buffer.buffer("header");
        codecOf(record).encodeToWire(wire, record);
        return codecOf(record).decodeFromWire("header".length(), wire.appendString("next"));
    }

    @SuppressWarnings("unchecked") // The codec of a value's own class takes that value.
    private static LocalCodec<Record> codecOf(Record record) {
        return new LocalCodec<>((Class<Record>) record.getClass());
    }
}
