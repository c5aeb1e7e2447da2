package com.acmecorp.platform.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

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
}
