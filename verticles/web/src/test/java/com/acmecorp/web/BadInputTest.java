package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.acmecorp.web.openapi.OpenApiFiles;
import com.acmecorp.web.openapi.OpenApiFiles.Example;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that can be wrong with a request, at every call that takes a body. No use case ever
 * hears of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final Set<String> ANY_LINE =
            Set.of("name", "street", "city", "state", "postalCode", "reason", "operator");

    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void reachesNoUseCase() {
        assertThat(server.useCases.asked()).isEmpty();
        assertThat(server.database.asked()).isEmpty();
    }

    static Stream<Example> calls() {
        return OpenApiFiles.ALL.stream().flatMap(OpenApiFiles::examples);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesABodyThatIsNoJsonObject(Example call) {
        for (String body :
                List.of("", "x", "[]", "{", "{\"a\":1}{\"a\":1}", "a=1", "{\"a\":1,\"a\":2}")) {
            assertProblem(server.post(to(call), body), 400);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesOtherMediaTypes(Example call) {
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x")) {
            assertProblem(post(call, type), 415).saying("Content-Type: application/json");
        }
        assertProblem(post(call, "application/json; charset=iso-8859-1"), 415);
        assertProblem(server.send(to(call).POST(BodyPublishers.ofString("{}"))), 415);
    }

    private HttpResponse<String> post(Example call, String type) {
        return server.send(to(call).header("Content-Type", type)
                .POST(BodyPublishers.ofString(call.body().encode())));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesOtherMethodsAndNamesTheRightOne(Example call) {
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "HEAD")) {
            HttpResponse<String> answer =
                    server.send(to(call).method(method, BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesABodyOfTwoMegabytes(Example call) {
        String large = "{\"name\": \"" + "x".repeat(2_000_000) + "\"}";

        assertProblem(server.post(to(call), large), 413);
        assertProblem(
                server.send(to(call).header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))),
                413);
        assertProblem(
                server.send(to(call).header("Content-Type", "application/json")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofString(large))),
                413);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAFieldThatIsMissingOrWrong(Example call, JsonObject body, String field) {
        assertProblem(server.post(to(call), body.encode()), 400).naming(field).saying(field);
    }

    static Stream<Arguments> refused() {
        return calls().filter(call -> !call.operationId().equals("database"))
                .filter(call -> !call.body().containsKey("detail"))
                .flatMap(BadInputTest::refused);
    }

    private static Stream<Arguments> refused(Example call) {
        JsonObject body = call.body();
        return body.fieldNames().stream()
                .flatMap(field -> wrong(field)
                        .map(wrong -> arguments(call, body.copy().put(field, wrong), field)));
    }

    /** What no field takes, and what those take only that hold what people and places are called. */
    private static Stream<Object> wrong(String field) {
        Stream<Object> always = Stream.of(
                true,
                List.of(),
                new JsonObject(),
                "x".repeat(2_001),
                "BB001\n",
                "US\u2028",
                "a\u0007");
        return ANY_LINE.contains(field)
                ? always
                : Stream.concat(
                        always,
                        Stream.of(
                                "'; DROP TABLE orders; --",
                                "\" OR \"\"=\"",
                                "{ __schema { types { name } } }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32", "UTF-32LE", "ISO-8859-1"})
    void refusesABodyInAnotherEncoding(String charset) {
        for (Example call : calls().toList()) {
            String body = call.body().copy().put("name", "Zo\u00EB").encode();
            byte[] bytes = body.getBytes(Charset.forName(charset));

            assertProblem(post(call, bytes), 400);
        }
    }

    /** Overlong, a surrogate by itself, beyond Unicode, cut off. */
    @ParameterizedTest
    @ValueSource(strings = {"c0af", "e080af", "eda0bd", "edb8ad", "f4908080", "e2", "ff"})
    void refusesBytesThatAreNotUtf8(String hex) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"name\":\"".getBytes(UTF_8));
        body.writeBytes(HexFormat.of().parseHex(hex));
        body.writeBytes("\"}".getBytes(UTF_8));

        assertProblem(post(calls().findFirst().orElseThrow(), body.toByteArray()), 400)
                .saying("isn't UTF-8");
    }

    private HttpResponse<String> post(Example call, byte[] body) {
        return server.send(to(call).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void refusesWhatIsWrongInsideAnEnvelope() {
        Example placeOrder = calls().filter(call -> call.operationId().equals("placeOrder"))
                .findFirst()
                .orElseThrow();
        JsonObject envelope = placeOrder.body().copy();
        envelope.getJsonObject("detail").put("market", "us");

        assertProblem(server.post(to(placeOrder), envelope.encode()), 400).naming("detail.market");
    }

    @Test
    void refusesAnIdempotencyKeyThatNoClientShouldMake() {
        Example order = calls().findFirst().orElseThrow();

        assertProblem(
                        server.post(
                                to(order).header("Idempotency-Key", "x".repeat(201)),
                                order.body().encode()),
                        400)
                .naming("Idempotency-Key");
        assertProblem(
                        server.post(
                                to(order).header("Idempotency-Key", "two words"),
                                order.body().encode()),
                        400)
                .naming("Idempotency-Key");
    }

    @Test
    void refusesToAnswerInAnythingButJson() {
        assertProblem(server.send(server.shop("/products").header("Accept", "text/csv")), 406);
    }

    private HttpRequest.Builder to(Example call) {
        boolean isPublic = OpenApiFiles.examples("public.yaml")
                .anyMatch(example -> example.operationId().equals(call.operationId()));
        return isPublic ? server.shop(call.path()) : server.operators(call.path());
    }
}
