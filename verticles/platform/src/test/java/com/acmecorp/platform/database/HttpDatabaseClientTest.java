package com.acmecorp.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventJson;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** What a context gets from the database's private HTTP API. */
@ExtendWith(VertxExtension.class)
class HttpDatabaseClientTest {

    private static final long BETWEEN_ATTEMPTS_MS = 10;
    private static final Operation QUERY = new Operation("query { getOrder(id: 7) { orderId } }");
    private static final Operation ONCE = Operation.once("mutation { placeOrder { orderId } }");
    private static final JsonObject FOUND =
            JsonObject.of("data", JsonObject.of("getOrder", JsonObject.of("orderId", 7)));
    private static final int PATIENCE_MS = 5_000;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // before each test
    private Handler<HttpServerRequest> database;

    @SuppressWarnings("NullAway.Init") // before each test
    private HttpServer server;

    @SuppressWarnings("NullAway.Init") // before each test
    private HttpDatabaseClient client;

    @BeforeEach
    void start(Vertx vertx) {
        server = Await.result(listenSomewhere(vertx));
        client = client(vertx, PATIENCE_MS);
    }

    @AfterEach
    void theServerCouldAnswer() {
        assertThat(failures).isEmpty();
    }

    @Test
    void asksWithDocumentVariablesAndKeyAndAnswersTheData() {
        database = request -> {
            asked.add(String.valueOf(request.getHeader("Authorization")));
            request.body()
                    .onSuccess(body -> asked.add(body.toString()))
                    .compose(body -> request.response().end(FOUND.toBuffer()))
                    .onFailure(failures::add);
        };
        JsonObject variables = JsonObject.of("id", 9_007_199_254_740_991L, "none", null);

        JsonObject data = Await.result(client.execute(QUERY, variables));

        assertThat(data).isEqualTo(FOUND.getJsonObject("data"));
        assertThat(asked.getFirst()).isEqualTo("Bearer sixteen letters!");
        assertThat(new JsonObject(asked.getLast()))
                .isEqualTo(JsonObject.of("query", QUERY.document(), "variables", variables));
    }

    @Test
    void failsWithTheProblemThatTheDatabaseMeant() {
        Problem problem = Problem.ofField(Kind.CONFLICT, "deliveryTime", "That time is taken.");
        JsonObject error = JsonObject.of(
                "message",
                "x",
                "field",
                "deliveryTime",
                "detail",
                "That time is taken.",
                "extensions",
                JsonObject.of("problem", new JsonObject(EventJson.write(problem))));
        answer(
                409,
                JsonObject.of("type", "urn:acme:problem:conflict", "errors", JsonArray.of(error)));

        assertThat(problem(QUERY)).isEqualTo(problem);
        assertThat(calls).as("a refusal isn't asked for again").hasValue(1);
    }

    @Test
    void readsAProblemThatNeverCameAsFarAsGraphQl() {
        answer(
                413,
                JsonObject.of(
                        "type",
                        "urn:acme:problem:too-large",
                        "detail",
                        "Less, please.",
                        "errors",
                        JsonArray.of(
                                JsonObject.of("field", "body", "detail", "It is too large."))));

        assertThat(problem(QUERY))
                .isEqualTo(new Problem(
                        Kind.TOO_LARGE,
                        "Less, please.",
                        List.of(new Problem.FieldError("body", "It is too large."))));
    }

    @Test
    void takesARefusedKeyForOurOwnMistake() {
        answer(401, JsonObject.of("type", "urn:acme:problem:unauthorized"));

        assertThat(problem(QUERY).kind()).isEqualTo(Kind.INTERNAL);
    }

    @Test
    void asksAgainWhenAServerGoesAwayAndAnotherComes(Vertx vertx) {
        int port = server.actualPort();
        Await.result(server.close());
        Future<JsonObject> answer = client.execute(QUERY, new JsonObject());
        answer(200, FOUND);
        server = Await.result(listenAgain(vertx, port));

        assertThat(Await.result(answer)).isEqualTo(FOUND.getJsonObject("data"));
    }

    @Test
    void asksAgainAfterACutConnectionOrABusyLoadBalancer() {
        database = request -> {
            switch (calls.incrementAndGet()) {
                case 1 -> request.connection().close().onFailure(failures::add);
                case 2 ->
                    request.response()
                            .setStatusCode(502)
                            .end("<html>Bad Gateway</html>")
                            .onFailure(failures::add);
                default -> request.response().end(FOUND.toBuffer()).onFailure(failures::add);
            }
        };

        assertThat(Await.result(client.execute(QUERY, new JsonObject())))
                .isEqualTo(FOUND.getJsonObject("data"));
        assertThat(calls).hasValue(3);
    }

    @Test
    void neverRepeatsWhatMustNotBeDoneTwice() {
        database = request -> {
            calls.incrementAndGet();
            request.connection().close().onFailure(failures::add);
        };

        assertThat(problem(ONCE).kind()).isEqualTo(Kind.DATABASE_AWAY);
        assertThat(calls).hasValue(1);
    }

    @Test
    void givesUpWhenItsTimeIsOver(Vertx vertx) {
        database = request -> calls.incrementAndGet();

        assertThat(Await.failure(client(vertx, 200).execute(QUERY, new JsonObject())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        late -> assertThat(late.problem().kind()).isEqualTo(Kind.DATABASE_AWAY));
        assertThat(calls).hasValue(1);
    }

    @Test
    void countsTheWaitForAConnectionAmongItsTime(Vertx vertx) {
        database = request -> calls.incrementAndGet();
        HttpDatabaseClient narrow = new HttpDatabaseClient(vertx, url(), "", 1, 1_000);
        Future<JsonObject> first = narrow.execute(ONCE, new JsonObject());
        Await.result(vertx.timer(800));
        Future<JsonObject> second = narrow.execute(ONCE, new JsonObject());
        Future<Void> late = vertx.timer(1_400);

        Await.failure(second);

        assertThat(late.isComplete()).as("it took longer than it may").isFalse();
        assertThat(first.failed())
                .as("the only connection was taken until then")
                .isTrue();
    }

    @Test
    void forwardsARequestFromOutsideWithItsErrors() {
        answer(
                400,
                JsonObject.of(
                        "errors",
                        JsonArray.of(JsonObject.of(
                                "message", "no such field", "extensions", new JsonObject()))));

        GraphQlAnswer answer = Await.result(
                client.forward(new GraphQlRequest("{ nothing }", Map.of("a", 1), null)));

        assertThat(answer.data()).isNull();
        assertThat(answer.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.get("message")).isEqualTo("no such field"));
    }

    private void answer(int status, JsonObject body) {
        database = request -> {
            calls.incrementAndGet();
            request.response().setStatusCode(status).end(body.toBuffer()).onFailure(failures::add);
        };
    }

    private Problem problem(Operation operation) {
        return ((ProblemException) Await.failure(client.execute(operation, new JsonObject())))
                .problem();
    }

    /** On a port below those of outgoing connections, one of which could take it while the server is away. */
    private Future<HttpServer> listenSomewhere(Vertx vertx) {
        return listen(vertx, ThreadLocalRandom.current().nextInt(20_000, 30_000))
                .recover(taken -> listenSomewhere(vertx));
    }

    /** The socket of a server that has ended is closed a moment later, when its event loop selects again. */
    private Future<HttpServer> listenAgain(Vertx vertx, int port) {
        return listen(vertx, port)
                .recover(stillOpen -> vertx.timer(BETWEEN_ATTEMPTS_MS)
                        .compose(passed -> listenAgain(vertx, port)));
    }

    private Future<HttpServer> listen(Vertx vertx, int port) {
        return vertx.createHttpServer()
                .requestHandler(request -> database.handle(request))
                .listen(port, "127.0.0.1");
    }

    private HttpDatabaseClient client(Vertx vertx, long timeoutMs) {
        return new HttpDatabaseClient(vertx, url(), "sixteen letters!", 4, timeoutMs);
    }

    private String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/database";
    }
}
