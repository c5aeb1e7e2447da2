package com.acmecorp.web;

import static com.acmecorp.web.ProblemAssert.assertProblem;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
import java.util.stream.Stream;

@Timeout(10)
class OrderStatusStreamTest {

    private static final String FAILS = "fails: ";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final List<String> JOURNEY =
            List.of("RECEIVED", "PLACED", "STOCKED", "DELIVERY_BOOKED", "CANCELLED");
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
                .containsExactlyElementsOf(
                        told("RECEIVED", "PLACED", "STOCKED", "DELIVERY_BOOKED"));
    }

    @Test
    void endsWhenTheOrderIsCancelled() throws Exception {
        script("PLACED", "CANCELLED", "PLACED");

        assertThat(lines(open())).containsExactlyElementsOf(told("PLACED", "CANCELLED"));
    }

    @Test
    void waitsForWhatBecomesOfARefund() throws Exception {
        server.useCases.answer("orderStatus", refund("DUE"));
        HttpResponse<InputStream> stream = open();
        server.useCases.answer("orderStatus", refund("DONE"));

        assertThat(lines(stream).stream().filter(line -> line.startsWith("data")))
                .containsExactly(
                        "data: " + refund("DUE").encode(),
                        "data: " + refund("DONE").encode());
    }

    private static JsonObject refund(String state) {
        return status("CANCELLED").put("refund", JsonObject.of("state", state));
    }

    @Test
    void tellsAtOnceWhatIsNewerThanWhatTheShopperKnows() throws Exception {
        script("STOCKED", "DELIVERY_BOOKED");

        assertThat(lines(open(server, idOf("PLACED"))))
                .containsExactlyElementsOf(told("STOCKED", "DELIVERY_BOOKED"));
    }

    @Test
    void tellsNothingTwiceToAShopperWhoComesBack() throws Exception {
        script("PLACED", "PLACED", "RECEIVED", "PLACED", "STOCKED", "DELIVERY_BOOKED");

        assertThat(lines(open(server, idOf("PLACED"))))
                .containsExactlyElementsOf(told("STOCKED", "DELIVERY_BOOKED"));
    }

    @Test
    void endsAtOnceWhenTheShopperKnowsTheEnd() throws Exception {
        script("DELIVERY_BOOKED");

        assertThat(lines(open(server, idOf("DELIVERY_BOOKED")))).containsExactlyElementsOf(told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1e9", "99999999999999999999"})
    void tellsAllToAShopperWhoseIdIsNotOneOfOurs(String id) throws Exception {
        script("PLACED", "DELIVERY_BOOKED");

        assertThat(lines(open(server, id)))
                .containsExactlyElementsOf(told("PLACED", "DELIVERY_BOOKED"));
    }

    @Test
    void refusesAnIdThatIsTooLong() {
        assertProblem(
                        server.post(
                                server.shop("/orderStatus").header(LAST_EVENT_ID, "9".repeat(101)),
                                LINK),
                        400)
                .naming(LAST_EVENT_ID);
    }

    @Test
    void showsThatItIsAliveWhileNothingChanges() throws Exception {
        try (TestServer quiet = new TestServer(JsonObject.of("idleTimeoutSeconds", 1))) {
            quiet.useCases.answer("orderStatus", status("PLACED"));

            assertThat(firstLines(open(quiet), 8))
                    .startsWith(told("PLACED").toArray(String[]::new))
                    .endsWith(": still here", "", ": still here");
        }
    }

    @Test
    void showsThatItIsAliveWhileNobodyKnowsHowTheOrderIs() throws Exception {
        try (TestServer quiet =
                new TestServer(JsonObject.of("idleTimeoutSeconds", 1, "streamPollMs", 10))) {
            script(quiet, "PLACED", "fails: UNAVAILABLE");

            assertThat(firstLines(open(quiet), 8)).endsWith(": still here", "", ": still here");
        }
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

        assertThat(lines(open())).containsExactlyElementsOf(told("PLACED"));
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

        assertThat(lines(stream)).containsExactlyElementsOf(told("PLACED"));
    }

    @Test
    void endsAStreamWhoseTimeIsUp() throws Exception {
        try (TestServer hasty =
                new TestServer(JsonObject.of("streamPollMs", 10, "streamMaxSeconds", 1))) {
            hasty.useCases.answer("orderStatus", status("PLACED"));

            assertThat(lines(open(hasty))).containsExactlyElementsOf(told("PLACED"));
        }
    }

    private HttpResponse<InputStream> open() throws Exception {
        return open(server);
    }

    private static HttpResponse<InputStream> open(TestServer server) throws Exception {
        return server.client().send(stream(server).build(), BodyHandlers.ofInputStream());
    }

    private static HttpResponse<InputStream> open(TestServer server, String lastEventId)
            throws Exception {
        return server.client()
                .send(
                        stream(server).header(LAST_EVENT_ID, lastEventId).build(),
                        BodyHandlers.ofInputStream());
    }

    private static HttpRequest.Builder stream(TestServer server) {
        return server.shop("/orderStatus")
                .header("Accept", "text/event-stream")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(LINK));
    }

    private static List<String> lines(HttpResponse<InputStream> stream) throws IOException {
        try (BufferedReader reader = reader(stream)) {
            return reader.lines().toList();
        }
    }

    private static List<String> firstLines(HttpResponse<InputStream> stream, int count)
            throws IOException {
        try (BufferedReader reader = reader(stream)) {
            return reader.lines().limit(count).toList();
        }
    }

    private static BufferedReader reader(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    private void script(String... answers) {
        script(server, answers);
    }

    /** Each question gets the next answer, the last one for ever. */
    private static void script(TestServer server, String... answers) {
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
        JsonArray timeline = new JsonArray(JOURNEY.subList(0, JOURNEY.indexOf(status) + 1));
        return JsonObject.of("orderId", 1, "status", status, "timeline", timeline);
    }

    private static String idOf(String status) {
        return Integer.toString(JOURNEY.indexOf(status) + 1);
    }

    /** The lines of a stream that tells these and no other. */
    private static List<String> told(String... statuses) {
        Stream<String> events = Stream.of(statuses)
                .flatMap(status -> Stream.of(
                        "id: " + idOf(status), "data: " + status(status).encode(), ""));
        return Stream.concat(Stream.of("retry: 2000", ""), events).toList();
    }
}
