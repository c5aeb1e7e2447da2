package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.web.openapi.OpenApiFiles;
import com.acmecorp.web.openapi.OpenApiFiles.Example;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The private calls as targets of EventBridge: its envelopes, its headers, its patience of 5 s. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDestinationTest {

    /** Every call with every envelope that private.yaml shows for it. */
    static final List<Example> CALLS = OpenApiFiles.examples("private.yaml")
            .filter(call -> call.body().containsKey("account"))
            .toList();

    private static final String KEY = "a key of many letters";
    private static final int BUDGET_MS = 150;

    private final TestServer server = new TestServer(JsonObject.of("privateKey", KEY));
    private final TestServer hasty =
            new TestServer(JsonObject.of("privateKey", KEY, "privateBudgetMs", BUDGET_MS));

    @AfterAll
    void stop() {
        server.close();
        hasty.close();
    }

    @BeforeEach
    void forget() {
        server.useCases.reset();
        hasty.useCases.reset();
    }

    @Test
    void canBeEachUseCaseThatEventsDrive() {
        assertThat(CALLS.stream().map(Example::operationId).distinct())
                .containsExactly("placeOrder", "updateOrderStatus", "stock", "finance", "email");
        assertThat(CALLS.stream()
                        .map(call -> call.body().getString("detail-type"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(EventType.values()).map(EventType::wireName).toList());
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void carryRealEvents(Example call) {
        OrderEvent event =
                EventJson.read(call.body().encode(), EventEnvelope.class).detail();

        assertThat(event.type().source()).isEqualTo(call.body().getString("source"));
        assertThat(EventKey.of(event.orderId(), event.type()).eventId())
                .isEqualTo(event.metadata().eventId());
        assertThat(new JsonObject(EventJson.write(event)))
                .isEqualTo(call.body().getJsonObject("detail"));
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void takeAnEnvelopeWithEitherKindOfKey(Example call) {
        for (Map.Entry<String, String> key : List.of(
                Map.entry("Authorization", "Bearer " + KEY),
                Map.entry("Authorization", "bearer " + KEY),
                Map.entry("X-Api-Key", KEY))) {
            HttpResponse<String> answer = deliver(server, call, key.getKey(), key.getValue());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(server.useCases.asked().getLast().name()).isEqualTo(call.operationId());
            assertThat(server.useCases.asked().getLast().request().body()).isEqualTo(call.body());
        }
        assertThat(server.useCases.asked()).hasSize(3);
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void refuseAWrongKeyOfEitherKind(Example call) {
        for (Map.Entry<String, String> key : List.of(
                Map.entry("Authorization", "Bearer another key of many letters"),
                Map.entry("Authorization", "Basic " + KEY),
                Map.entry("X-Api-Key", "Bearer " + KEY),
                Map.entry("X-Api-Key", ""))) {
            assertProblem(deliver(server, call, key.getKey(), key.getValue()), 401);
        }
        assertThat(server.useCases.asked()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void refuseAnEventThatIsNotTheirs(Example call) {
        Example other = new Example(call.operationId(), call.path(), call.body().copy());
        other.body().put("detail-type", "OrderEaten");

        assertProblem(deliver(server, other, "X-Api-Key", KEY), 400).naming("detail-type");
    }

    @ParameterizedTest
    @FieldSource("CALLS")
    void tellInTimeThatTheWorkTakesLonger(Example call) {
        Promise<JsonObject> work = hasty.useCases.answerLater(call.operationId());
        Instant start = Instant.now();

        HttpResponse<String> late = deliver(hasty, call, "X-Api-Key", KEY);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertProblem(late, 503)
                .withHeader("Retry-After", "5")
                .saying("takes longer than 150 ms and goes on", "not done twice");

        work.complete(JsonObject.of("done", "at last"));
        assertThat(deliver(hasty, call, "X-Api-Key", KEY).body()).contains("at last");
    }

    @Test
    void passARefusalOnThatComesInTime() {
        hasty.useCases.refuse("stock", Kind.CONFLICT, "Not now.");
        Example stock = CALLS.stream()
                .filter(call -> call.operationId().equals("stock"))
                .findFirst()
                .orElseThrow();

        assertProblem(deliver(hasty, stock, "X-Api-Key", KEY), 409).saying("Not now.");
    }

    @Test
    void leaveGraphQlItsOwnTime() {
        Promise<GraphQlAnswer> answer = hasty.database.answerLater();
        hasty.later(2 * BUDGET_MS, () -> answer.complete(new GraphQlAnswer(Map.of("a", 1), null)));

        assertThat(hasty.post(
                                hasty.operators("/database").header("X-Api-Key", KEY),
                                "{\"query\": \"{ a }\"}")
                        .body())
                .isEqualTo("{\"data\":{\"a\":1}}");
    }

    /** A call as EventBridge makes it. */
    private static HttpResponse<String> deliver(
            TestServer server, Example call, String keyHeader, String key) {
        return server.send(server.operators(call.path())
                .header(keyHeader, key)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Amazon/EventBridge/ApiDestinations")
                .header("Range", "bytes=0-1048575")
                .header("Accept-Encoding", "gzip,deflate")
                .POST(HttpRequest.BodyPublishers.ofString(call.body().encode())));
    }
}
