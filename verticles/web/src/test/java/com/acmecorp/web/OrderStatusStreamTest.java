package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

@Timeout(10)
class OrderStatusStreamTest {

    private static final String FAILS = "fails: ";
    private static final String LINK = "{\"orderId\": 1, \"token\": \"abc\"}";

    private final TestServer server = new TestServer(
            JsonObject.of("streamPollMs", 10, "mostStreams", 1, "streamMaxSeconds", 60));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersOnceThoseWhoAskOnce() {
        server.useCases.answer("orderStatus", status("PLACED"));

        HttpResponse<String> answer = server.post(server.shop("/orderStatus"), LINK);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo(status("PLACED").encode());
    }

    @Test
    void tellsEveryChangeOnceUntilTheDeliveryIsBooked() throws Exception {
        script(
                "RECEIVED",
                "RECEIVED",
                "PLACED",
                "fails: UNAVAILABLE",
                "PLACED",
                "STOCKED",
                "DELIVERY_BOOKED",
                "STOCKED");

        HttpResponse<InputStream> stream = open();

        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(lines(stream))
                .containsExactly(
                        event("RECEIVED"),
                        "",
                        event("PLACED"),
                        "",
                        event("STOCKED"),
                        "",
                        event("DELIVERY_BOOKED"),
                        "");
    }

    @Test
    void refusesAWrongLinkBeforeAnyStream() {
        server.useCases.refuse("orderStatus", Kind.FORBIDDEN, "Please use the link.");

        assertProblem(
                server.post(
                        server.shop("/orderStatus").header("Accept", "text/event-stream"), LINK),
                403);
    }

    @Test
    void endsWhenTheOrderCanNoLongerBeSeen() throws Exception {
        script("PLACED", "fails: FORBIDDEN");

        assertThat(lines(open())).containsExactly(event("PLACED"), "");
    }

    @Test
    void answersOnceWhenThereAreTooManyStreams() throws Exception {
        server.useCases.answer("orderStatus", status("PLACED"));
        HttpResponse<InputStream> first = open();

        HttpResponse<String> second = server.post(
                server.shop("/orderStatus").header("Accept", "text/event-stream"), LINK);

        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(second.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void makesRoomWhenAShopperLeaves() throws Exception {
        server.useCases.answer("orderStatus", status("PLACED"));
        open().body().close();

        String type = "application/json";
        while (type.equals("application/json")) {
            HttpResponse<InputStream> next = open();
            type = next.headers().firstValue("Content-Type").orElseThrow();
            next.body().close();
        }

        assertThat(type).isEqualTo("text/event-stream");
    }

    @Test
    void endsItsStreamsWhenTheProcessStops() throws Exception {
        server.useCases.answer("orderStatus", status("PLACED"));
        HttpResponse<InputStream> stream = open();

        server.stop();

        assertThat(lines(stream)).containsExactly(event("PLACED"), "");
    }

    @Test
    void endsAStreamWhoseTimeIsUp() throws Exception {
        try (TestServer hasty =
                new TestServer(JsonObject.of("streamPollMs", 10, "streamMaxSeconds", 1))) {
            hasty.useCases.answer("orderStatus", status("PLACED"));

            assertThat(lines(open(hasty))).containsExactly(event("PLACED"), "");
        }
    }

    private HttpResponse<InputStream> open() throws Exception {
        return open(server);
    }

    private static HttpResponse<InputStream> open(TestServer server) throws Exception {
        HttpRequest request = server.shop("/orderStatus")
                .header("Accept", "text/event-stream")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LINK))
                .build();
        return server.client().send(request, BodyHandlers.ofInputStream());
    }

    private static List<String> lines(HttpResponse<InputStream> stream) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** Each question gets the next answer, the last one for ever. */
    private void script(String... answers) {
        Queue<String> left = new ConcurrentLinkedQueue<>(List.of(answers));
        server.useCases
                .offer(
                        "orderStatus",
                        request -> answer(left.size() > 1 ? left.poll() : left.peek()))
                .await();
    }

    private static Future<JsonObject> answer(@Nullable String line) {
        String text = requireNonNull(line);
        return text.startsWith(FAILS)
                ? Future.failedFuture(Problem.of(Kind.valueOf(text.substring(FAILS.length())), "no")
                        .asException())
                : Future.succeededFuture(status(text));
    }

    private static JsonObject status(String status) {
        return JsonObject.of("orderId", 1, "status", status);
    }

    private static String event(String status) {
        return "data: " + status(status).encode();
    }
}
