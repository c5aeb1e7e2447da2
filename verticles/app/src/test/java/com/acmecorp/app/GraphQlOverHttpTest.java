package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The specification of GraphQL over HTTP, and documents that were written to hold up the orders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class GraphQlOverHttpTest {

    private static final String JSON = "application/json";
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String NOTHING = "{\"query\": \"{ __typename }\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private OpenShop shop;

    @BeforeAll
    void open(@TempDir(factory = WithDatabase.class) Path data) {
        shop = new OpenShop(data, Map.of());
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "application/graphql-response+json, application/graphql-response+json",
        "application/json, application/json",
        "*/*, application/json",
        "'application/graphql-response+json, application/json;q=0.9', application/graphql-response+json"
    })
    void answersInTheMediaTypeThatIsAccepted(String accepted, String answered) {
        HttpResponse<String> answer = post(NOTHING, accepted);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).isEqualTo(answered);
        assertThat(answer.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"{\"}",
                "{\"query\": \"{ 8f31403dfe404bccbb0e835f2629c6a7 }\"}",
                "{\"query\": \"{ noSuchField }\"}",
                "{\"query\": \"query ($id: Long!) { getOrder(id: $id) { orderId } }\", \"variables\": {\"id\": null}}",
                "{\"query\": \"query A { __typename } query B { __typename }\"}"
            })
    void aDocumentThatCannotBeCarriedOutHasErrorsAndNoData(String body) {
        HttpResponse<String> answer = post(body, GRAPHQL);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(type(answer)).isEqualTo(GRAPHQL);
        assertThat(new JsonObject(answer.body()).fieldNames()).containsExactly("errors");
        assertThat(post(body, JSON).statusCode()).as("for clients of before").isEqualTo(400);
        assertThat(type(post(body, JSON))).isEqualTo("application/problem+json");
    }

    @Test
    void anErrorAtAFieldLeavesTheOthersTheirData() {
        HttpResponse<String> answer =
                post("{\"query\": \"{ __typename getOrder(id: 1) { orderId } }\"}", GRAPHQL);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonObject body = new JsonObject(answer.body());
        assertThat(body.getJsonObject("data").getString("__typename")).isEqualTo("Query");
        assertThat(body.getJsonArray("errors").getJsonObject(0).getString("message"))
                .isEqualTo("There is no order 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables", "operationName", "extensions"})
    void aParameterMayBeNull(String parameter) {
        String body = new JsonObject(NOTHING).putNull(parameter).encode();

        assertThat(post(body, GRAPHQL).statusCode()).isEqualTo(200);
        assertThat(post(body, JSON).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"getTroubles\": \"limits: {placeMs: 1, stockMs: 1, markStockedMs: 1, chooseTimeMs: 1, autoBookMs: 1, markBookedMs: 1, mailMs: 1}, most: -1\"}",
                "{\"getAllTestOrders\": \"testId: 1, limit: -1\"}",
                "{\"getAllTestOrders\": \"testId: 1, limit: 0\"}",
                "{\"getDeadLettersOf\": \"cause: \\\"x\\\", limit: -5\"}",
                "{\"getWaitingOrders\": \"from: 0, until: 1, after: 0, limit: 0\"}"
            })
    void aCountThatMakesNoSenseIsNoFaultOfOurs(String call) {
        JsonObject field = new JsonObject(call);
        String name = field.fieldNames().iterator().next();
        String query = "{ %s(%s) { __typename } }".formatted(name, field.getString(name));

        HttpResponse<String> answer = post(JsonObject.of("query", query).encode(), JSON);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new JsonObject(answer.body()).getString("detail")).contains("must be 1 or more");
    }

    /** Each took from seconds to minutes once; then no order was taken meanwhile. */
    @Test
    void ordersGoOnBesideDocumentsThatWereWrittenToHoldThemUp() {
        List<CompletableFuture<Integer>> attacks = Stream.concat(
                        IntStream.range(0, 10)
                                .mapToObj(i ->
                                        "{ getOrder(id: 1e99999999%d) { orderId } }".formatted(i)),
                        IntStream.range(0, 10).mapToObj(i -> chain(400 + i)))
                .map(document -> http.sendAsync(
                                request(JsonObject.of("query", document).encode(), JSON),
                                BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
                .toList();

        JsonObject placed = shop.customer().post("/createOrder", SampleCall.order());

        assertThat(placed.getString("status")).isEqualTo("SUCCESS");
        assertThat(attacks.stream().map(CompletableFuture::join)).containsOnly(400);
    }

    /** Fragments of which each uses the next one. */
    private static String chain(int length) {
        StringBuilder document = new StringBuilder("{ ...f0 }");
        for (int i = 0; i < length; i++) {
            document.append(" fragment f%d on Query { ...f%d }".formatted(i, i + 1));
        }
        return document.append(" fragment f%d on Query { __typename }".formatted(length))
                .toString();
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }

    private HttpResponse<String> post(String body, String accepted) {
        return http.sendAsync(request(body, accepted), BodyHandlers.ofString()).join();
    }

    private HttpRequest request(String body, String accepted) {
        return HttpRequest.newBuilder(URI.create(shop.database()))
                .header("Content-Type", JSON)
                .header("Accept", accepted)
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
