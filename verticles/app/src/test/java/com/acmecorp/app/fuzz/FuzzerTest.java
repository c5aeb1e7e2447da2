package com.acmecorp.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** Planted mistakes of a server, each of which the fuzzer finds; of a server without one it has nothing to say. */
class FuzzerTest {

    private static final int SEED = 20_261_130;
    private static final int REQUESTS = 60;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    /** But of what Vert.x by itself does with messages that it can't read. */
    @Test
    void hasNothingToSayAboutAServerThatRefusesInWords() {
        Fuzzer.Report report = run(request -> refusal(request).end("{\"detail\":\"no\"}"));

        assertThat(report.findings()).allMatch(found -> found.startsWith("HTTP with "));
        assertThat(report.refused()).isGreaterThan(REQUESTS / 2);
        assertThat(report.byStatus()).containsKey(400);
    }

    @Test
    void findsAFailure() {
        assertFinds(
                "answered 500", request -> refusal(request).setStatusCode(500).end("{}"));
    }

    @Test
    void findsAFailureThatDoesNotSayWhenToComeBack() {
        assertFinds(
                "answered 503", request -> refusal(request).setStatusCode(503).end("{}"));
    }

    @Test
    void findsAServerThatHangsUp() {
        assertFinds("no answer", request -> request.connection().close());
    }

    @Test
    void findsARefusalThatIsLarge() {
        assertFinds("a refusal of", request -> refusal(request).end("x".repeat(40_000)));
    }

    @Test
    void findsARefusalThatIsNoProblem() {
        assertFinds(
                "no problem+json",
                request ->
                        refusal(request).putHeader("Content-Type", "text/html").end("no"));
    }

    @Test
    void findsTheTextOfAnException() {
        assertFinds("exception's text", request -> refusal(request).end("java.lang.Oops"));
    }

    @Test
    void sendsTheSameForTheSameSeed() {
        Collection<String> first = new ConcurrentLinkedQueue<>();
        Collection<String> second = new ConcurrentLinkedQueue<>();

        run(request -> refusal(request).end(note(first, request)));
        run(request -> refusal(request).end(note(second, request)));

        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    }

    private static String note(Collection<String> heard, HttpServerRequest request) {
        heard.add(request.method() + " " + request.uri());
        return "{}";
    }

    private static HttpServerResponse refusal(HttpServerRequest request) {
        return request.response()
                .setStatusCode(400)
                .putHeader("Connection", "close")
                .putHeader("Content-Type", "application/problem+json");
    }

    private void assertFinds(String finding, Function<HttpServerRequest, Future<Void>> mistake) {
        assertThat(run(mistake).findings()).anyMatch(found -> found.contains(finding));
    }

    private Fuzzer.Report run(Function<HttpServerRequest, Future<Void>> server) {
        int port = vertx.createHttpServer()
                .requestHandler(request -> server.apply(request).onComplete(sent -> {}))
                .invalidRequestHandler(request -> refusal(request).end("{}").onComplete(sent -> {}))
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
        return new Fuzzer(port, port, SEED).run(REQUESTS);
    }
}
