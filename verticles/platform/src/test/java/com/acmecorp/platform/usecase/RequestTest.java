package com.acmecorp.platform.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.StockCreated;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @Test
    void readsAPlainBodyAndAnEnvelopeAlike() {
        JsonObject fields = JsonObject.of("orderId", 7, "city", "Townsville");

        for (JsonObject body :
                new JsonObject[] {fields, JsonObject.of("id", "x", "detail", fields)}) {
            assertThat(Request.of(body).orderId()).isEqualTo(new OrderId(7));
            assertThat(Request.of(body).text("city")).isEqualTo("Townsville");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"city\":null}",
                "{\"city\":\" \"}",
                "{\"city\":7}",
                "{\"detail\":{}}"
            })
    void refusesAMissingText(String body) {
        Request request = Request.of(new JsonObject(body));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> request.text("city"))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().kind()).isEqualTo(Kind.INVALID);
                    assertThat(refusal.problem().errors().getFirst().field()).isEqualTo("city");
                });
    }

    @Test
    void saysWhatHappenedAsAnEnvelopeOrByItself() {
        JsonObject plain = JsonObject.of("transaction", "StockCreated");
        JsonObject envelope = JsonObject.of("detail-type", "OrderPlaced", "detail", plain);

        assertThat(Request.of(plain).transaction()).isEqualTo("StockCreated");
        assertThat(Request.of(envelope).transaction()).isEqualTo("OrderPlaced");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Request.of(JsonObject.of("detail", plain)).transaction())
                .satisfies(refusal -> assertThat(
                                refusal.problem().errors().getFirst().field())
                        .isEqualTo("detail-type"));
    }

    @Test
    void knowsAnEventByItsMetadata() {
        StockCreated event = SampleOrder.of(7).ofTest(3).stockCreated();
        JsonObject envelope = new JsonObject(EventJson.write(EventEnvelope.of(event)));

        assertThat(Request.of(envelope).metadata()).hasValue(event.metadata());
        assertThat(Request.of(JsonObject.of("orderId", 7)).metadata()).isEmpty();

        envelope.getJsonObject("detail").put("orderId", 8);
        assertThat(Request.of(envelope).metadata()).as("another order's").isEmpty();
        envelope.getJsonObject("detail").remove("orderId");
        assertThat(Request.of(envelope).metadata()).as("nobody's").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"x\"", "{\"eventId\":\"x\"}", "{\"testId\":\"x\"}"})
    void refusesMetadataOfNoEvent(String metadata) {
        Request request = Request.of(new JsonObject("{\"metadata\":" + metadata + "}"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(request::metadata)
                .satisfies(refusal -> assertThat(
                                refusal.problem().errors().getFirst().field())
                        .isEqualTo("metadata"));
    }
}
