package com.acmecorp.app.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.stream.Stream;

/** The system test must see what is wrong: each way to be unfaithful is planted once. */
class SystemTestTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Vertx vertx = Vertx.vertx();
    private final FakeShop shop = FakeShop.open(vertx);
    private final StringWriter told = new StringWriter();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void passesWhenEachOrderArrived() {
        assertThat(test(plan("mix", LONG, false))).isZero();
        assertThat(told.toString()).contains("acknowledged", "20 orders", "p99", "OK");
        assertThat(shop.orders()).hasSize(20);
    }

    @Test
    void ordersAsTheSegmentsCustomersDo() {
        assertThat(test(plan("B2B/US", LONG, false))).isZero();
        assertThat(shop.orders()).allSatisfy(order -> {
            assertThat(order.getString("customerType")).isEqualTo("B2B");
            assertThat(order.getValue("orgNumber").toString()).matches("\\d{6,20}");
        });
    }

    @Test
    void namesAnOrderThatIsMissing() {
        shop.memory = orders ->
                orders.stream().filter(order -> order.getLong("orderId") != 7).toList();
        fails(SHORT, "order 7: is missing");
    }

    @Test
    void namesAnOrderThatIsThereTwice() {
        shop.memory = orders ->
                Stream.concat(orders.stream(), orders.stream().skip(4).limit(1)).toList();
        fails(LONG, "order 5: is there 2 times");
    }

    @Test
    void namesAnOrderThatIsStuck() {
        shop.memory = orders -> orders.stream()
                .map(order -> order.getLong("orderId") == 3
                        ? order.copy().put("status", "STOCKED")
                        : order)
                .toList();
        fails(SHORT, "order 3: is still STOCKED");
    }

    @Test
    void namesAnOrderThatNobodyWasPromised() {
        shop.door = (number, request) -> number == 1 && takesTheOrderAndFails(request);
        fails(LONG, "order 1: is there, but was never acknowledged", "500");
    }

    @Test
    void countsTheEmails() {
        shop.missingEmails = 1;
        fails(SHORT, "e-mails: 59, expected 60");
    }

    @Test
    void failsWhenARequestIsNotAcknowledged() {
        shop.door = (number, request) -> number == 2 && hangsUp(request);
        fails(LONG, "a request wasn't acknowledged: no answer");
    }

    @Test
    void asksAgainUnderTheSameKeyWhereAnswersAreLostAndItIsToldTo() {
        shop.door = (number, request) -> (number == 2 && hangsUp(request))
                || (number == 3 && takesTheOrderAndFails(request));
        assertThat(test(plan("mix", LONG, true))).isZero();
        assertThat(told.toString()).contains("interrupted", "2 requests", "OK");
        assertThat(shop.orders()).hasSize(20);
    }

    @Test
    void asksAgainWhenTheSystemIsBusy() {
        shop.door = (number, request) -> number < 4 && isBusy(request);
        assertThat(test(plan("mix", LONG, false))).isZero();
        assertThat(told.toString()).contains("asked again", "3 times");
        assertThat(shop.orders()).hasSize(20);
    }

    @Test
    void saysWhenNoShopAnswers() {
        TestPlan plan = new TestPlan(
                "http://127.0.0.1:1", shop.url() + "/database", "", 1, "mix", 1, SHORT, false);
        assertThat(test(plan)).isOne();
        assertThat(told.toString())
                .contains("No shop answers at http://127.0.0.1:1")
                .hasLineCount(1);
    }

    @Test
    void saysWhomTheShopServes() {
        assertThat(test(plan("B2C/CA", SHORT, false))).isOne();
        assertThat(told.toString()).contains("doesn't serve B2C/CA", "B2B/US, B2C/US, B2C/MX");
    }

    private void fails(Duration timeout, String... sentences) {
        assertThat(test(plan("mix", timeout, false))).isOne();
        assertThat(told.toString()).contains("FAILED").contains(sentences);
    }

    private TestPlan plan(String segment, Duration timeout, boolean tolerateFailures) {
        return new TestPlan(
                shop.url() + "/",
                shop.url() + "/database",
                "",
                20,
                segment,
                4,
                timeout,
                tolerateFailures);
    }

    private int test(TestPlan plan) {
        return TestRun.carryOut(new Screen(new PrintWriter(told), false), plan);
    }

    private boolean takesTheOrderAndFails(HttpServerRequest request) {
        long taken = shop.accept(request, JsonObject.of("customerType", "B2C"));
        assertThat(taken).isPositive();
        request.response().setStatusCode(500).end("{}").onFailure(gone -> hangsUp(request));
        return true;
    }

    private static boolean hangsUp(HttpServerRequest request) {
        request.connection().close().onFailure(failure -> {
            throw new AssertionError(failure);
        });
        return true;
    }

    private static boolean isBusy(HttpServerRequest request) {
        request.response()
                .setStatusCode(503)
                .putHeader("retry-after", "0")
                .end("{\"type\": \"urn:acme:problem:overloaded\"}")
                .onFailure(gone -> hangsUp(request));
        return true;
    }
}
