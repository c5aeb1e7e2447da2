package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Current;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;
import com.acmecorp.web.openapi.OpenApiFiles;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicApiTest {

    private static final String ORDER = OpenApiFiles.examples("public.yaml")
            .findFirst()
            .orElseThrow()
            .body()
            .encode();

    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer(
                JsonObject.of("corsOrigins", "https://shop.example.com,http://localhost:5173"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.useCases.reset();
    }

    @Test
    void answersThatItHeardWhoLostALink() {
        server.useCases.answer("findOrder", JsonObject.of("status", "ACCEPTED"));

        for (String proof : List.of("\"email\":\"ann@example.com\"", "\"token\":\"abc\"")) {
            HttpResponse<String> answer =
                    server.post(server.shop("/findOrder"), "{\"orderId\":86757," + proof + "}");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"status\":\"ACCEPTED\"}");
        }
        assertThat(server.post(server.shop("/findOrder"), "{\"orderId\":86757}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void handsAnOrderToItsUseCaseAndAnswersWhatThatSays() {
        JsonObject accepted = JsonObject.of("status", "SUCCESS", "orderId", 1L << 40);
        server.useCases.answer("createOrder", accepted);

        HttpResponse<String> answer = server.post(server.shop("/createOrder"), ORDER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(new JsonObject(answer.body())).isEqualTo(accepted);
        assertThat(server.useCases.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.name()).isEqualTo("createOrder");
            assertThat(asked.request().body()).isEqualTo(new JsonObject(ORDER));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; DROP TABLE orders; --", "<b>{Sons}</b>", "\u02BBI\u2018olani 100 %"})
    void takesAnyNameThatCanBeShown(String name) {
        JsonObject order = new JsonObject(ORDER).put("name", name).put("street", name);

        assertThat(server.post(server.shop("/createOrder"), order.encode()).statusCode())
                .isEqualTo(200);
        assertThat(server.useCases.asked().getFirst().request().body()).isEqualTo(order);
    }

    @Test
    void passesOnTheTraceAndTheIdempotencyKey() {
        TraceParent trace = TraceParent.fresh();

        server.post(
                server.shop("/createOrder")
                        .header("traceparent", trace.value())
                        .header("Idempotency-Key", "abc-123"),
                ORDER);

        Request request = server.useCases.asked().getFirst().request();
        assertThat(request.trace()).isEqualTo(trace);
        assertThat(request.idempotencyKey()).isEqualTo("abc-123");
    }

    @Test
    void asksUseCasesThatNeedNothing() {
        server.useCases.answer("products", JsonObject.of("products", "all"));

        assertThat(server.send(server.shop("/products")).body())
                .isEqualTo("{\"products\":\"all\"}");
        assertThat(server.useCases.asked().getFirst().request().body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL")
    void answersARefusalWithItsStatusAndWords(Kind kind) {
        server.useCases.refuse("createOrder", kind, "The plant is sad.");

        assertProblem(server.post(server.shop("/createOrder"), ORDER), kind.status())
                .saying("The plant is sad.");
    }

    @Test
    void namesTheFieldsOfARefusal() {
        server.useCases.fail(
                "createOrder",
                Problem.ofField(Kind.INVALID, "products", "There is no XX.").asException());

        assertProblem(server.post(server.shop("/createOrder"), ORDER), 422).naming("products");
    }

    @Test
    void tellsHowThingsAreWhereTheCallerThoughtOtherwise() {
        server.useCases.fail(
                "createOrder",
                new Problem(Kind.CONFLICT, "It was changed.", List.of(), new Current(null))
                        .asException());

        JsonObject problem =
                new JsonObject(server.post(server.shop("/createOrder"), ORDER).body());

        assertThat(problem.getJsonObject("current"))
                .isEqualTo(new JsonObject().putNull("deliveryTime"));
    }

    @Test
    void saysWhenToComeBack() {
        server.useCases.refuse("createOrder", Kind.OVERLOADED, "Too many orders.");
        assertProblem(server.post(server.shop("/createOrder"), ORDER), 503)
                .withHeader("Retry-After", "1");

        server.useCases.refuse("createOrder", Kind.UNAVAILABLE, "No database.");
        assertProblem(server.post(server.shop("/createOrder"), ORDER), 503)
                .withHeader("Retry-After", "5");
    }

    @Test
    void keepsTheTextOfABugToItself() {
        server.useCases.fail("createOrder", new IllegalStateException("secret com.acmecorp.Thing"));
        TraceParent trace = TraceParent.fresh();

        HttpResponse<String> answer = server.post(
                server.shop("/createOrder").header("traceparent", trace.value()), ORDER);

        assertProblem(answer, 500);
        assertThat(answer.body()).doesNotContain("secret").contains(trace.traceId());
    }

    @Test
    void survivesAUseCaseThatThrows() {
        server.useCases
                .offer("createOrder", request -> {
                    throw new IllegalStateException("secret");
                })
                .await();

        assertProblem(server.post(server.shop("/createOrder"), ORDER), 500);
    }

    @Test
    void letsListedOriginsCallIt() {
        HttpResponse<String> preflight = server.send(server.shop("/createOrder")
                .header("Origin", "https://shop.example.com")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://shop.example.com");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValue("POST");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers)
                        .contains("Content-Type", "Idempotency-Key", "Last-Event-ID"));

        HttpResponse<String> refusal = server.post(
                server.shop("/createOrder").header("Origin", "http://localhost:5173"), "{}");
        assertProblem(refusal, 400)
                .withHeader("Access-Control-Allow-Origin", "http://localhost:5173")
                .withHeader("Access-Control-Expose-Headers", "Retry-After");
        assertThat(refusal.headers().allValues("Vary")).contains("origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example.com", "https://shop.example.com.evil.com", "null"})
    void leavesOtherOriginsToTheirBrowsers(String origin) {
        HttpResponse<String> preflight = server.send(server.shop("/createOrder")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void answersOurOwnPageWhoseBrowserNamesItsOrigin() {
        HttpResponse<String> answer = server.post(
                server.shop("/createOrder")
                        .header("Origin", "http://localhost:" + server.publicPort()),
                ORDER);

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
