package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.web.openapi.OpenApiFiles;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A shop that takes one order at a time. */
@Timeout(30)
class NewOrdersTest {

    private static final String ORDER = OpenApiFiles.examples("public.yaml")
            .findFirst()
            .orElseThrow()
            .body()
            .encode();
    private static final String KEY = "Idempotency-Key";
    private static final String HEAD_ONLY =
            "POST /createOrder HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n";

    private final TestServer server = new TestServer(
            new JsonObject(), JsonObject.of("admission", JsonObject.of("least", 1, "most", 1)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void refusesAFurtherOrderBeforeItsBodyIsThere() throws IOException {
        takeAnOrder("first");

        try (Talk talk = new Talk(server.publicPort())) {
            talk.say(HEAD_ONLY);
            assertThat(talk.hear("}"))
                    .startsWith("HTTP/1.1 503")
                    .containsPattern("(?i)retry-after: [12]\r\n")
                    .contains("application/problem+json", "urn:acme:problem:overloaded")
                    .containsPattern("\"traceId\":\"[0-9a-f]{32}\"}$");
        }
        assertThat(server.useCases.asked()).hasSize(1);
    }

    @Test
    void answersWhatIsInWorkWhileItRefusesNewOrders() {
        takeAnOrder("first");

        assertProblem(server.post(server.shop("/createOrder"), ORDER), 503).saying("try again");
        String link = "{\"orderId\": 1, \"token\": \"abc\"}";
        assertThat(server.post(server.shop("/orderStatus"), link).statusCode()).isEqualTo(200);
        assertThat(server.post(server.shop("/cancelOrder"), link).statusCode()).isEqualTo(200);
        String choice = "{\"orderId\": 1, \"token\": \"abc\", \"deliveryTime\": \"1\"}";
        assertThat(server.post(server.shop("/bookDelivery"), choice).statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.shop("/products")).statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheNextOrderWhenTheFirstHasItsAnswer() {
        Promise<JsonObject> first = takeAnOrder("first");
        assertProblem(server.post(server.shop("/createOrder"), ORDER), 503);

        first.complete(JsonObject.of("orderId", 1));

        await(() -> server.post(server.shop("/createOrder"), ORDER).statusCode() == 200);
    }

    @Test
    void letsInWhoAsksAgainUnderTheKeyOfTheOrderInWork() {
        Promise<JsonObject> first = takeAnOrder("mine");
        server.later(200, () -> first.complete(JsonObject.of("orderId", 1)));

        HttpResponse<String> again =
                server.post(server.shop("/createOrder").header(KEY, "mine"), ORDER);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(server.useCases.asked()).hasSize(2);
    }

    @Test
    void answersAClientThatAsksTooEarlyOnlyWhenItsTimeHasCome() throws IOException {
        takeAnOrder("first");

        try (Talk talk = new Talk(server.publicPort())) {
            String order = HEAD_ONLY + "x".repeat(50);
            talk.say(order);
            assertThat(talk.hear("}")).startsWith("HTTP/1.1 503");
            long begin = System.nanoTime();
            talk.say(order);
            assertThat(talk.hear("}")).startsWith("HTTP/1.1 503");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(800), Duration.ofSeconds(10));
        }
    }

    /** Ends when it is in work, and nobody knows when it will be done. */
    private Promise<JsonObject> takeAnOrder(String key) {
        Promise<JsonObject> answer = server.useCases.answerLater("createOrder");
        var _ = server.client()
                .sendAsync(
                        server.shop("/createOrder")
                                .header("Content-Type", "application/json")
                                .header(KEY, key)
                                .POST(BodyPublishers.ofString(ORDER))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        await(() -> !server.useCases.asked().isEmpty());
        return answer;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
