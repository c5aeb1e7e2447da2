package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {

    private TestServer server;

    @BeforeAll
    void start() {
        server = new TestServer();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/index.html, text/html; charset=utf-8",
        "/success, text/html; charset=utf-8",
        "/delivery?x=y, text/html; charset=utf-8",
        "/cart.html, text/html; charset=utf-8",
        "/css/base.css, text/css; charset=utf-8",
        "/js/index.js, text/javascript; charset=utf-8",
        "/config.json, application/json",
        "/favicon.svg, image/svg+xml",
    })
    void servesTheShop(String path, String contentType) {
        HttpResponse<String> answer = server.send(server.shop(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(contentType);
        assertThat(answer.body()).isNotBlank();
    }

    @Test
    void letsPagesDoNothingThatTheyNeedNotDo() {
        HttpResponse<String> page = server.send(server.shop("/cart"));

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'",
                                "script-src 'self'",
                                "style-src 'self'",
                                "form-action 'self'")
                        .contains(
                                "img-src 'self' data:",
                                "connect-src 'self'",
                                "frame-ancestors 'none'")
                        .contains("base-uri 'none'")
                        .doesNotContain("unsafe", "*"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.body()).doesNotContain("<style", " style=", " onclick=", "javascript:");
    }

    @Test
    void savesBytes() {
        HttpResponse<String> plain = server.send(server.shop("/"));
        HttpResponse<String> compressed =
                server.send(server.shop("/").header("Accept-Encoding", "gzip, br"));

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(compressed.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(plain.headers().firstValueAsLong("Content-Length").orElseThrow() / 2);
    }

    @Test
    void tellsABrowserThatItHasTheNewest() {
        HttpResponse<String> first = server.send(server.shop("/"));
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = server.send(server.shop("/").header("If-None-Match", etag));
        HttpResponse<String> other =
                server.send(server.shop("/").header("If-None-Match", "W/\"other\""));

        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).hasValue(etag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void letsPicturesBeKept() {
        assertThat(server.send(server.shop("/img/BB001.svg")).headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=86400");
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<String> head = server.send(server.shop("/").HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/css",
                "/../pom.xml",
                "/%2e%2e/pom.xml",
                "/..%2f..%2fetc/passwd",
                "/%00",
                "/%zz",
                "/static/index.html",
                "/inbox",
                "/graphiql",
                "/health",
                "/database",
            })
    void hasNothingElse(String path) throws IOException {
        assertThat(TestServer.talk(
                        server.publicPort(),
                        "GET " + path
                                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json");
    }

    @Test
    void showsPeopleAPageWhereNothingIs() {
        HttpResponse<String> page = server.send(server.shop("/nothing")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void refusesToChangeAPage() {
        assertProblem(
                        server.send(server.shop("/index.html")
                                .POST(BodyPublishers.ofString("x".repeat(2_000_000)))),
                        405)
                .withHeader("Allow", "GET, HEAD");
    }

    @Test
    void showsAtOnceWhatSomebodyWritesInAFolder(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("index.html"), "one");
        try (TestServer workshop =
                new TestServer(JsonObject.of("staticFolder", folder.toString()))) {
            assertThat(workshop.send(workshop.shop("/")).body()).isEqualTo("one");

            Files.writeString(page, "two");

            assertThat(workshop.send(workshop.shop("/")).body()).isEqualTo("two");
        }
    }
}
