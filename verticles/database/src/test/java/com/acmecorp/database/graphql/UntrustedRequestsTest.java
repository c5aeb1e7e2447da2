package com.acmecorp.database.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;

import graphql.introspection.IntrospectionQuery;
import graphql.schema.idl.RuntimeWiring;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What documents cost that were written to cost much: an answer that says what there is too much of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UntrustedRequestsTest {

    /** Far more than any of them takes, and far less than one of them took without limits. */
    private static final int AT_MOST_S = 10;

    private Vertx vertx;
    private Promise<String> slowRead;
    private GraphQlEngine engine;
    private UntrustedRequests requests;

    @BeforeAll
    void start() {
        vertx = Vertx.vertx();
        slowRead = Promise.promise();
        engine = new GraphQlEngine(RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        query -> query.dataFetcher(
                                        "getOrderLegacy",
                                        FieldCall.fetcher(_ -> Future.succeededFuture(thread())))
                                .dataFetcher(
                                        "getOrder", FieldCall.fetcher(_ -> slowRead.future()))));
        requests = requests(JsonObject.of());
    }

    private UntrustedRequests requests(JsonObject limits) {
        Settings settings = new Settings(List.of(JsonObject.of("graphql", limits)), Map.of());
        return new UntrustedRequests(
                engine, GraphQlLimits.from(settings), vertx.getOrCreateContext());
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    @AfterAll
    void stop() {
        requests.close();
        vertx.close().await();
    }

    /** A document of one kind of excess, and a word of the sentence that refuses it. */
    record Excess(String name, String document, Map<String, Object> variables, String word) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Excess> refusesExcess() {
        return Stream.of(
                excess("a long document", "{ getOrderLegacy }" + " ".repeat(20_000), "characters"),
                excess(
                        "many aliases",
                        repeated(201, i -> "a%d: getOrderLegacy ".formatted(i)),
                        "aliases"),
                excess("many fields", repeated(1_001, i -> "getOrderLegacy "), "fields"),
                excess("deep fields", nested(40, "{ a ", "}"), "levels deep"),
                excess(
                        "many fragments",
                        "{ ...f0 }" + fragments(51, i -> "getOrderLegacy"),
                        "fragments"),
                excess(
                        "a chain of fragments that doubles with each",
                        "{ ...f0 }"
                                + fragments(
                                        30,
                                        i -> i == 29
                                                ? "getOrderLegacy"
                                                : "...f%d ...f%d".formatted(i + 1, i + 1)),
                        "with its fragments"),
                excess(
                        "fragments in a circle",
                        "{ ...f0 }" + fragments(2, i -> "...f%d".formatted(1 - i)),
                        "contains itself"),
                excess(
                        "many uses of one fragment",
                        "{ %s }".formatted("...f0 ".repeat(101))
                                + fragments(1, i -> "getOrderLegacy"),
                        "uses of fragments"),
                excess(
                        "many inline fragments",
                        "{ %s }".formatted("... { getOrderLegacy } ".repeat(101)),
                        "uses of fragments"),
                excess(
                        "many directives",
                        "{ getOrderLegacy %s }".formatted("@skip(if: false) ".repeat(51)),
                        "directives"),
                excess(
                        "many variables",
                        "query (%s) { getOrderLegacy }"
                                .formatted(IntStream.range(0, 101)
                                        .mapToObj("$v%d: Int "::formatted)
                                        .collect(Collectors.joining())),
                        "variables"),
                excess(
                        "many operations",
                        IntStream.range(0, 21)
                                .mapToObj("query q%d { getOrderLegacy } "::formatted)
                                .collect(Collectors.joining()),
                        "operations"),
                excess("a long name", "{ %s }".formatted("x".repeat(101)), "name"),
                excess(
                        "a number with many digits",
                        "{ getOrder(id: %s) { orderId } }".formatted("9".repeat(41)),
                        "digits"),
                excess(
                        "a number with a large exponent",
                        "{ getOrder(id: 1e999999999) { orderId } }",
                        "digits"),
                excess(
                        "a number with a small exponent",
                        "{ getOrder(id: 1e-999999999) { orderId } }",
                        "digits"),
                new Excess(
                        "a variable with a large exponent",
                        "query ($id: Long!) { getOrder(id: $id) { orderId } }",
                        Map.of("id", "1e999999999"),
                        "digits"),
                new Excess(
                        "a large exponent deep in a variable",
                        "query ($t: TroubleLimits!) { getTroubles(limits: $t, most: 1) { total } }",
                        Map.of("t", Map.of("placeMs", "1e999999999")),
                        "digits"),
                excess(
                        "long lists several times",
                        "{ a: getAllTestOrders(testId: 1) { %1$s } b: getAllTestOrders(testId: 1) { %1$s } }"
                                .formatted(ORDER),
                        "values"),
                new Excess(
                        "a long list by a variable",
                        "query ($n: Int) %s"
                                .formatted(repeated(
                                        20,
                                        i -> "a%d: getAllTestOrders(testId: 1, limit: $n) { %s }"
                                                .formatted(i, ORDER))),
                        Map.of("n", 5_000),
                        "values"));
    }

    /** What reads much and answers little, under as many aliases as a document may have. */
    static Stream<Excess> costlyReads() {
        return Stream.of(
                        "getConservation { accepted }",
                        "getBalances { account }",
                        "getBacklog { dead }",
                        "getOpenPayments { open }",
                        "getDeadLetters { count }",
                        "getReplay(id: \"1\") { waiting }",
                        "getTestAudit(testId: 0) { orders }",
                        "getTestProgress(testId: 0) { placed }",
                        "getTroubles(limits: {placeMs: 1, stockMs: 1, markStockedMs: 1, chooseTimeMs: 1, autoBookMs: 1, markBookedMs: 1, mailMs: 1}, most: 1) { total }",
                        "getWaitingOrders(from: 0, until: 9, after: 0, limit: 1) { orderId }",
                        "getOrdersToCompare(limit: 1, restMs: 0) { orderId }",
                        "getPartyDifferences(most: 1) { total }",
                        "getAllTestOrders(testId: 0) { __typename }",
                        "getSlotBookings(from: 0, to: 9) { __typename }")
                .map(field -> excess(
                        field.substring(0, field.indexOf(' ')),
                        repeated(110, i -> "a%d: %s ".formatted(i, field)),
                        "read about"));
    }

    private static final String ORDER =
            "orderId customerName customerEmail customerPhone customerStreet customerCity status"
                    + " totalPrice testId orderedProducts placedAtMs stockedAtMs acceptedAtMs";

    private static Excess excess(String name, String document, String word) {
        return new Excess(name, document, Map.of(), word);
    }

    private static String repeated(int times, IntFunction<String> part) {
        return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining("", "{ ", "}"));
    }

    private static String nested(int levels, String open, String close) {
        return open.repeat(levels) + close.repeat(levels);
    }

    private static String fragments(int count, IntFunction<String> content) {
        return IntStream.range(0, count)
                .mapToObj(i -> " fragment f%d on Query { %s }".formatted(i, content.apply(i)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource({"refusesExcess", "costlyReads"})
    void refusesExcess(Excess excess) {
        GraphQlAnswer answer = answer(requests, excess.document(), excess.variables());

        assertThat(answer.data()).isNull();
        assertThat(messages(answer))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).hasSizeLessThanOrEqualTo(250));
        assertThat(messages(answer).getFirst()).contains(excess.word());
    }

    @Test
    void echoesLittleOfWhatItRefuses() {
        GraphQlAnswer answer = answer(
                requests,
                "query ($id: Long!) { getOrder(id: $id) { orderId } }",
                Map.of("id", "y".repeat(60_000)));

        assertThat(messages(answer))
                .allSatisfy(message -> assertThat(message).hasSizeLessThanOrEqualTo(201));
    }

    @Test
    void namesAFewOfManyErrors() {
        GraphQlAnswer answer = answer(requests, repeated(400, i -> "x%d ".formatted(i)), Map.of());

        assertThat(messages(answer)).hasSize(10);
    }

    @Test
    void takesWhatGraphiQlAsksTheSchema() {
        GraphQlAnswer answer = answer(requests, IntrospectionQuery.INTROSPECTION_QUERY, Map.of());

        assertThat(answer.errors()).isNull();
    }

    @Test
    void readsFieldsOnTheDatabasesThreadAndNowhereElse() {
        GraphQlAnswer answer = answer(requests, "{ getOrderLegacy }", Map.of());

        assertThat(String.valueOf(answer.data())).contains("vert.x-eventloop");
    }

    @Test
    void tellsWhoseRequestTakesTooLong() {
        UntrustedRequests impatient = requests(JsonObject.of("timeoutMs", 100));

        assertThatThrownBy(() -> answer(impatient, "{ getOrder(id: 1) { orderId } }", Map.of()))
                .hasMessageContaining("UNAVAILABLE")
                .hasMessageContaining("takes longer than 100 ms");
    }

    @Test
    void refusesFurtherRequestsWhileTooManyAreUnderWay() {
        UntrustedRequests busy = requests(JsonObject.of("maxInFlight", 2));
        List<Future<GraphQlAnswer>> underWay = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            underWay.add(busy.execute(
                    new GraphQlRequest("{ getOrder(id: 1) { orderId } }", Map.of(), null)));
        }

        assertThatThrownBy(() -> answer(busy, "{ getOrderLegacy }", Map.of()))
                .hasMessageContaining("OVERLOADED");
        assertThat(underWay).noneMatch(Future::isComplete);
    }

    private static List<String> messages(GraphQlAnswer answer) {
        @Nullable List<Map<String, Object>> errors = answer.errors();
        return errors == null
                ? List.of()
                : errors.stream()
                        .map(error -> String.valueOf(error.get("message")))
                        .toList();
    }

    private static GraphQlAnswer answer(
            UntrustedRequests requests, String document, Map<String, Object> variables) {
        try {
            return requests.execute(new GraphQlRequest(document, variables, null))
                    .await(AT_MOST_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer in " + AT_MOST_S + " s", e);
        }
    }
}
