package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.SiteHeaders;

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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {

    /** Within the site: not another site's, not a place in the page itself. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:href|src)=\"([^\"#:]+)(?:#[^\"]*)?\"");

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
        "/find, text/html; charset=utf-8",
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

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cart", "/delivery", "/success", "/img/BB001.svg"})
    void protectsWhatABrowserShows(String path) {
        HttpResponse<String> document = server.send(server.shop(path));

        SiteHeaders.shop()
                .ofDocument(Set.of())
                .forEach((name, value) ->
                        assertThat(document.headers().firstValue(name)).hasValue(value));
    }

    /** A picture may have its dark palette in it: no policy holds for what a page shows as an image. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/cart", "/delivery", "/success"})
    void writesNothingIntoAPageThatItsPolicyForbids(String page) {
        assertThat(server.send(server.shop(page)).body())
                .doesNotContain("<style", " style=", " onclick=", "javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/css/base.css", "/js/index.js", "/config.json"})
    void sendsNoPolicyWithWhatIsNoDocument(String path) {
        HttpResponse<String> file = server.send(server.shop(path));

        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("same-origin");
        assertThat(file.headers().firstValue("Content-Security-Policy")).isEmpty();
    }

    @Test
    void letsPagesCallTheApiThatTheyAreConfiguredFor(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.html"), "a page");
        Path config = folder.resolve("config.json");
        try (TestServer shop = new TestServer(JsonObject.of("staticFolder", folder.toString()))) {
            assertThat(callable(shop)).isEqualTo("connect-src 'self'");

            Files.writeString(config, "{\"api\": \"https://api.shop.example:8443/v1/\"}");
            assertThat(callable(shop))
                    .isEqualTo("connect-src 'self' https://api.shop.example:8443");

            Files.writeString(config, "{\"api\": \"/v1\"}");
            assertThat(callable(shop)).isEqualTo("connect-src 'self'");
        }
    }

    private static String callable(TestServer shop) {
        return Stream.of(shop.send(shop.shop("/"))
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow()
                        .split("; "))
                .filter(directive -> directive.startsWith("connect-src"))
                .collect(Collectors.joining());
    }

    @Test
    void hasTlsRememberedWhereItIsUsed() {
        HttpResponse<String> plain = server.send(server.shop("/"));
        HttpResponse<String> encrypted =
                server.send(server.shop("/").header("X-Forwarded-Proto", "https"));

        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(encrypted.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
    }

    @Test
    void savesBytes() {
        HttpResponse<String> plain = server.send(server.shop("/"));
        HttpResponse<String> compressed =
                server.send(server.shop("/").header("Accept-Encoding", "gzip, br"));

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("Vary")).hasValue("accept-encoding");
        assertThat(compressed.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(plain.headers().firstValueAsLong("Content-Length").orElseThrow() / 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "br, GZIP;q=0.5|true",
                "deflate, *|true",
                "*;q=0.1|true",
                "br|false",
                "gzipped|false",
                "gzip;q=0, *|false",
                "br, gzip; q=0.000|false",
                "*;q=0|false",
            })
    void compressesForThoseWhoTakeIt(String accepted, boolean compressed) {
        HttpResponse<String> answer =
                server.send(server.shop("/").header("Accept-Encoding", accepted));

        assertThat(answer.headers().firstValue("Content-Encoding").isPresent())
                .isEqualTo(compressed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ETAG|304",
                "\"other\", ETAG|304",
                "STRONG|304",
                "*|304",
                "\"other\"|200",
                "\"\"|200",
                "LONGER|200",
                "BARE|200",
            })
    void comparesWhatABrowserHasWithTheNewest(String known, int status) {
        String etag = server.send(server.shop("/")).headers().firstValue("ETag").orElseThrow();
        String strong = etag.substring("W/".length());
        String bare = strong.substring(1, strong.length() - 1);

        HttpResponse<String> answer = server.send(server.shop("/")
                .header(
                        "If-None-Match",
                        known.replace("ETAG", etag)
                                .replace("STRONG", strong)
                                .replace("LONGER", "\"" + bare + "0\"")
                                .replace("BARE", bare)));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void sendsAFileWholeWhoeverAsksForAPart() {
        HttpResponse<String> whole = server.send(server.shop("/"));
        HttpResponse<String> part = server.send(server.shop("/").header("Range", "bytes=0-9"));

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body()).isEqualTo(whole.body());
        assertThat(part.headers().firstValue("Accept-Ranges")).hasValue("none");
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
        assertThat(second.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(second.headers().firstValue("Vary")).hasValue("accept-encoding");
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void letsPicturesBeKept() {
        assertThat(server.send(server.shop("/img/BB001.svg")).headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=86400, stale-while-revalidate=604800");
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<String> get = server.send(server.shop("/"));
        HttpResponse<String> head = server.send(server.shop("/").HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().map()).isEqualTo(get.headers().map());
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

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/plants/nothing", "/a/b/c/"})
    void showsThatPageCompleteHoweverDeepTheAddress(String path) {
        HttpResponse<String> page = server.send(server.shop(path).header("Accept", "text/html"));

        assertThat(ADDRESS.matcher(page.body()).results())
                .isNotEmpty()
                .map(address -> page.uri().resolve(address.group(1)))
                .allSatisfy(address -> assertThat(
                                server.send(server.shop(address.getPath())).statusCode())
                        .as("%s", address)
                        .isEqualTo(200));
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
