package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.web.openapi.OpenApiFiles;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateApiTest {

    private static final String KEY = "a key of many letters";

    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        server.useCases.reset();
    }

    @ParameterizedTest
    @MethodSource
    void handsEachCallToItsUseCase(OpenApiFiles.Example call) {
        HttpResponse<String> answer =
                server.post(server.operators(call.path()), call.body().encode());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"done\":\"" + call.operationId() + "\"}");
        assertThat(server.useCases.asked().getFirst().request().body()).isEqualTo(call.body());
    }

    static List<OpenApiFiles.Example> handsEachCallToItsUseCase() {
        return OpenApiFiles.examples("private.yaml")
                .filter(call -> !call.operationId().equals("database"))
                .toList();
    }

    @Test
    void passesGraphQlOn() {
        server.database.answer(
                new GraphQlAnswer(Map.of("getOrder", Map.of("orderId", 86757)), null));

        HttpResponse<String> answer = server.post(server.operators("/database"), """
                {"query": "query Q($id: Long!) { getOrder(id: $id) { orderId } }", "variables": {"id": 86757},
                 "operationName": "Q", "extensions": {}}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"data\":{\"getOrder\":{\"orderId\":86757}}}");
        assertThat(server.database.asked().getLast())
                .isEqualTo(new GraphQlRequest(
                        "query Q($id: Long!) { getOrder(id: $id) { orderId } }",
                        Map.of("id", 86757),
                        "Q"));
    }

    @Test
    void takesAGraphQlRequestWithNothingButAQuery() {
        server.post(
                server.operators("/database"),
                "{\"query\": \"{ getOrderLegacy }\", \"variables\": null}");

        assertThat(server.database.asked().getLast())
                .isEqualTo(new GraphQlRequest("{ getOrderLegacy }", Map.of(), null));
    }

    @Test
    void answersWrongGraphQlAsAProblemThatAGraphQlClientReadsToo() {
        server.database.answer(new GraphQlAnswer(
                null,
                List.of(Map.of(
                        "message",
                        "Invalid syntax with offending token '<EOF>'",
                        "extensions",
                        Map.of("classification", "InvalidSyntax")))));

        HttpResponse<String> answer =
                server.post(server.operators("/database"), "{\"query\": \"{\"}");

        assertProblem(answer, 400).saying("Invalid syntax with offending token").naming("query");
        JsonObject error = new JsonObject(answer.body()).getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("message"))
                .isEqualTo(error.getString("detail"))
                .contains("Invalid syntax");
    }

    @Test
    void answersARefusalOfTheDatabaseWithTheStatusOfItsProblem() {
        server.database.answer(new GraphQlAnswer(
                Map.of("other", 1),
                List.of(Map.of(
                        "message", "There is no order 1.",
                        "path", List.of("getOrder"),
                        "extensions",
                                Map.of(
                                        "classification",
                                        "DataFetchingException",
                                        "problem",
                                        Map.of(
                                                "kind",
                                                "NOT_FOUND",
                                                "detail",
                                                "There is no order 1.",
                                                "errors",
                                                List.of(Map.of(
                                                        "field", "id", "detail", "unknown"))))))));

        HttpResponse<String> answer =
                server.post(server.operators("/database"), "{\"query\": \"{ x }\"}");

        assertProblem(answer, 404).saying("There is no order 1.").naming("id");
        assertThat(new JsonObject(answer.body()).getJsonObject("data").getInteger("other"))
                .isEqualTo(1);
    }

    @Test
    void keepsABugOfTheDatabaseToItself() {
        server.database.answer(new GraphQlAnswer(
                null,
                List.of(Map.of(
                        "message",
                        "secret",
                        "extensions",
                        Map.of("classification", "DataFetchingException")))));

        HttpResponse<String> answer =
                server.post(server.operators("/database"), "{\"query\": \"{ x }\"}");

        assertProblem(answer, 500);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/ready"})
    void tellsProbesByTheStatusHowItIs(String path) {
        String useCase = path.substring(1).replace('/', '.');

        server.useCases.answer(useCase, JsonObject.of("status", "UP"));
        assertThat(server.send(server.operators(path)).statusCode()).isEqualTo(200);

        server.useCases.answer(useCase, JsonObject.of("status", "DOWN"));
        HttpResponse<String> down = server.send(server.operators(path));
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    @Test
    void tellsFiguresAsPlainText() {
        server.useCases.answer("metrics", JsonObject.of("text", "acme_orders_seen 1\n"));

        HttpResponse<String> answer = server.send(server.operators("/metrics"));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain; version=0.0.4");
        assertThat(answer.body()).isEqualTo("acme_orders_seen 1\n");
    }

    @Test
    void livesWhoeverElseDoes() {
        server.useCases.refuse("health.live", Kind.UNAVAILABLE, "Nobody is here.");

        HttpResponse<String> answer = server.send(server.operators("/health/live"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
    }

    @Test
    void showsGraphiqlThatNeedsNothingFromElsewhere() {
        HttpResponse<String> moved = server.send(server.operators("/graphiql"));
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(moved.headers().firstValue("Location")).hasValue("/graphiql/");

        HttpResponse<String> page = server.send(server.operators("/graphiql/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("\"graphQLUri\":\"/database\"")
                .doesNotContain("http://", "https://", "//");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));

        String script = page.body().replaceFirst("(?s).*src=\"\\./(static/js/[^\"]+)\".*", "$1");
        assertThat(server.send(server.operators("/graphiql/" + script)).statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.operators("/graphiql/nothing")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsTheInbox() {
        server.useCases.answer("inbox", JsonObject.of("mails", List.of()));

        assertThat(server.send(server.operators("/inbox")).body())
                .contains("<h1>Inbox</h1>")
                .containsPattern("<iframe [^>]*sandbox=\"(?![^\"]*allow-scripts)[^\"]+\" title=\"")
                .doesNotContain("<style", " style=", "http://", "https://");
        assertThat(server.send(server.operators("/inbox.css")).statusCode()).isEqualTo(200);
        assertThat(server.send(server.operators("/inbox.js")).statusCode()).isEqualTo(200);
        assertThat(server.send(server.operators("/inbox/mails")).body())
                .isEqualTo("{\"mails\":[]}");
    }

    @Test
    void asksForAMailAsTheQuerySays() {
        HttpResponse<String> answer = server.send(
                server.operators("/dev/mail?to=o%27sam%2Bx@example.com&wait=10s&after=7"));

        assertThat(answer.body()).isEqualTo("{\"done\":\"inbox.mail\"}");
        assertThat(server.useCases.asked().getFirst().request().body())
                .isEqualTo(JsonObject.of("to", "o'sam+x@example.com", "wait", "10s", "after", "7"));
    }

    @Test
    void asksForAReplayByItsPath() {
        String id = "6a7e8feb-b491-4cf7-a9f1-bf3703467718";

        assertThat(server.send(server.operators("/replays/" + id)).body())
                .isEqualTo("{\"done\":\"replay.outcome\"}");
        assertThat(server.useCases.asked().getFirst().request().body())
                .isEqualTo(JsonObject.of("id", id));
        assertProblem(server.send(server.operators("/replays/x")), 400)
                .naming("id")
                .saying("id must be the id of a replay");
        assertProblem(server.send(server.operators("/replays/" + id + "?id=" + id)), 400)
                .saying("id is given twice");
        assertProblem(server.send(server.operators("/replays")), 404);
    }

    @Test
    void letsATestWaitForAMailLongerThanAnApiDestinationWould() {
        try (TestServer hasty = new TestServer(JsonObject.of("privateBudgetMs", 1))) {
            Promise<JsonObject> mail = hasty.useCases.answerLater("inbox.mail");
            hasty.later(50, () -> mail.complete(JsonObject.of("subject", "Here")));

            assertThat(hasty.send(hasty.operators("/dev/mail?to=sam@example.com&wait=10s"))
                            .body())
                    .isEqualTo("{\"subject\":\"Here\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', to, to is missing.",
        "?wait=10s, to, to is missing.",
        "?to=sam, to, to must be an e-mail address such as ann@example.com.",
        "?to=a@b.mx&wait=31s, wait, wait must be a time from 0 to 30 s such as 10s or 500ms.",
        "?to=a@b.mx&after=x, after, 'after must be the id of a mail, which is a whole number.'",
        "?to=a@b.mx&to=c@d.mx, to, to is given twice.",
        "?to=a@b.mx&subject=x, subject, subject isn't known here",
    })
    void refusesAQueryThatItDoesNotPromise(String query, String field, String words) {
        HttpResponse<String> answer = server.send(server.operators("/dev/mail" + query));

        assertProblem(answer, 400).naming(field).saying(words);
        assertThat(server.useCases.asked()).isEmpty();
    }

    @Test
    void refusesAQueryThatCannotBeRead() throws IOException {
        assertThat(
                        TestServer.talk(
                                server.privatePort(),
                                "GET /dev/mail?to=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:acme:problem:malformed");
    }

    @Test
    void hasNoGraphiqlWhereItIsOff() {
        try (TestServer without = new TestServer(JsonObject.of("graphiql", false))) {
            assertProblem(without.send(without.operators("/graphiql/")), 404);
        }
    }

    @Test
    void demandsItsKeyForEverything() {
        try (TestServer locked = new TestServer(JsonObject.of("privateKey", KEY))) {
            for (String path : List.of(
                    "/health/live",
                    "/graphiql/",
                    "/inbox",
                    "/inbox/mails",
                    "/dev/mail",
                    "/deadLetters",
                    "/replay",
                    "/replays/6a7e8feb-b491-4cf7-a9f1-bf3703467718",
                    "/nothing")) {
                assertProblem(locked.send(locked.operators(path)), 401)
                        .withHeader("WWW-Authenticate", "Bearer");
            }
            assertProblem(
                    locked.send(locked.operators("/health").header("X-Api-Key", "wrong")), 401);
            assertProblem(
                    locked.send(
                            locked.operators("/health").header("Authorization", "Basic " + KEY)),
                    401);
            assertThat(locked.send(locked.operators("/health").header("X-Api-Key", KEY))
                            .body())
                    .contains("done");
            assertThat(locked.send(locked.operators("/inbox")
                                    .header("Authorization", "Bearer " + KEY))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(locked.send(locked.shop("/products")).statusCode()).isEqualTo(200);
        }
    }

    /**
     * A hostile page can point a name of its own to 127.0.0.1, but its browser will say that name.
     */
    @Test
    void turnsAwayABrowserThatWasLuredHere() throws IOException {
        assertThat(
                        TestServer.talk(
                                server.privatePort(),
                                "GET /health HTTP/1.1\r\nHost: evil.example.com\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("called as localhost");
        assertThat(server.useCases.asked()).isEmpty();
    }

    @Test
    void opensItselfToNoOtherOrigin() {
        HttpResponse<String> answer = server.send(
                server.operators("/health").header("Origin", "https://shop.example.com"));

        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }
}
