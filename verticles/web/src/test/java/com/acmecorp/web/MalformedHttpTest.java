package com.acmecorp.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;

/** What isn't proper HTTP is answered as the problem that it is, and never just hung up on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedHttpTest {

    private static final String POST = lines(
            "POST /orderStatus HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Connection: close",
            "");
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String GOOD = "{\"orderId\":1,\"token\":\"abcdefgh\"}";
    private static final String CHUNK = "%x\r\n%s\r\n".formatted(GOOD.length(), GOOD);

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
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "GET",
                "GET /products",
                "GET  HTTP/1.1",
                "GET /a b HTTP/1.1",
                "G@T /products HTTP/1.1",
                "GET /a\u0000b HTTP/1.1",
                "GET /\u00E4 HTTP/1.1",
                "GET products HTTP/1.1",
                "GET foo://localhost/products HTTP/1.1",
                "GET * HTTP/1.1",
                "GET ? HTTP/1.1",
                "GET /products#x HTTP/1.1",
                "GET /%ff HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /% HTTP/1.1",
                "GET /%c0%af HTTP/1.1",
                "GET /%ed%a0%bd HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /products?a=%ff HTTP/1.1",
                "GET /products?a=%z HTTP/1.1",
            })
    void refusesARequestLineThatIsNone(String line) throws IOException {
        assertAnswers(400, line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/2.0",
                "PRI * HTTP/2.0",
                "GET / HTTP/1.2",
                "GET / HTTP/0.9",
                "GET / FTP/1.1",
                "HEAD / HTTP/3.0"
            })
    void refusesOtherVersions(String line) throws IOException {
        String answer = talk(line + "\r\nHost: localhost\r\n\r\nSM\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 505 ").contains("application/problem+json");
        assertThat(answer.contains("\"detail\"")).isEqualTo(!line.startsWith("HEAD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Host:",
                "Host: a\r\nHost: b",
                "Host: a\r\nHost: a",
                "Host: a b",
                "Host: a\r\nno colon",
                "Host: a\r\nX : y",
                "Host: a\r\n: y",
                "Host: a\r\nX: a\u0000b",
                "Host: a\r\nX: a\rb",
                "Host: a\r\nTransfer-Encoding: gzip, chunked",
                "Host: a\r\nTransfer-Encoding: xchunked",
                "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5",
                "Host: a\r\nContent-Length: -1",
                "Host: a\r\nContent-Length: x",
                "Host: a\r\nContent-Length: 5, 6",
                "Host: a\r\nContent-Length: 99999999999999999999",
            })
    void refusesHeadersThatAreNone(String headers) throws IOException {
        assertAnswers(
                400,
                "POST /orderStatus HTTP/1.1\r\nConnection: close\r\n"
                        + headers
                        + "\r\n\r\n"
                        + (headers.contains("Transfer") ? "0\r\n\r\n" : ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n0\r\n\r\n",
                "-5\r\nabc\r\n0\r\n\r\n",
                "fffffffffffffffff\r\nabc\r\n",
                "\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcXX0\r\n\r\n",
                "3\r\n{}\r\n0\r\n\r\n",
            })
    void refusesChunksThatAreNone(String chunks) throws IOException {
        assertAnswers(400, CHUNKED + chunks);
        assertAnswers(400, CHUNKED + CHUNK + chunks);
    }

    @Test
    void refusesABodyWhoseTrailerIsNone() throws IOException {
        assertAnswers(400, CHUNKED + CHUNK + "0\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
    }

    /** The call that needs no body is answered first; nothing after such a body is read as a request. */
    @Test
    void hangsUpBehindABrokenBodyThatNobodyWaitedFor() throws IOException {
        String answer = talk(lines(
                "GET /nowhere HTTP/1.1",
                "Host: a",
                "Transfer-Encoding: chunked",
                "",
                "zz",
                "",
                "GET /nowhere HTTP/1.1",
                "Host: a",
                "",
                ""));

        assertThat(answer).startsWith("HTTP/1.1 40").containsOnlyOnce("HTTP/1.1 ");
    }

    @Test
    void refusesAHeadThatIsTooLong() throws IOException {
        String long10k = "x".repeat(10_000);

        assertAnswers(414, "GET /" + long10k + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertAnswers(431, "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + long10k + "\r\n\r\n");
        assertAnswers(
                431,
                "GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: yyyyyy\r\n".repeat(2_000) + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "BREW /products, 405",
        "get /products, 405",
        "TRACE /products, 405",
        "TRACE /, 405",
        "CONNECT localhost:443, 405",
        "CONNECT /products, 405",
        "PATCH /nowhere, 404",
        "GET http://localhost/nowhere, 404",
        "GET HTTPS://localhost/nowhere, 404",
    })
    void answersMethodsAndTargetsOfAllKinds(String line, int status) throws IOException {
        assertAnswers(status, line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @Test
    void tellsWhatTheServerCan() throws IOException {
        assertThat(talk("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 204 ")
                .contains("allow: GET, HEAD, POST, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/createOrder", "/products", "http://localhost/nowhere", "/%ff"})
    void answersAHeadWithoutABody(String target) throws IOException {
        String answer =
                talk("HEAD " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").endsWith("\r\n\r\n");
        assertThat(answer.indexOf("\r\n\r\n")).isEqualTo(answer.length() - 4);
    }

    @Test
    void meetsNoOtherExpectation() throws IOException {
        assertAnswers(417, POST + "Expect: magic\r\nContent-Length: 2\r\n\r\n{}");
    }

    @Test
    void takesAKeyOnceOnly() throws IOException {
        assertAnswers(
                400,
                lines(
                        "POST /createOrder HTTP/1.1",
                        "Host: a",
                        "Content-Type: application/json",
                        "Connection: close",
                        "Idempotency-Key: a",
                        "Idempotency-Key: b",
                        "Content-Length: 2",
                        "",
                        "{}"));
    }

    /** Whatever a client sends comes back shortened, if at all. */
    @Test
    void saysLittleAboutMuch() {
        JsonObject unknown = new JsonObject();
        for (int i = 0; i < 300; i++) {
            unknown.put(i + "x".repeat(190), i);
        }

        HttpResponse<String> answer = server.post(server.shop("/createOrder"), unknown.encode());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().length()).isLessThan(20_000);
        assertThat(server.send(server.shop("/" + "y".repeat(3_000))).body().length())
                .isLessThan(1_000);
    }

    @Test
    void answersInTheOrderOfTheRequests() throws IOException {
        String answer =
                talk("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/2.5\r\nHost: a\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 404 .*HTTP/1.1 505 .*");
    }

    private void assertAnswers(int status, String request) throws IOException {
        assertThat(talk(request))
                .as(request)
                .matches("(?s)HTTP/1.[01] %d .*application/problem\\+json.*\"detail\".*"
                        .formatted(status));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    private String talk(String request) throws IOException {
        return TestServer.talk(server.publicPort(), request);
    }
}
