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
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class RushTest {

    private final Vertx vertx = Vertx.vertx();
    private final FakeShop shop = FakeShop.open(vertx);
    private final StringWriter told = new StringWriter();

    @AfterEach
    void close() {
        vertx.close().await();
    }

    @Test
    void comparesRushesOfDifferentSizes() {
        assertThat(rush(Again.AT_ONCE)).isZero();

        assertThat(told.toString())
                .containsPattern("3 connections: .* complete/s, 100 % of 3's")
                .containsPattern("9 connections: .* complete/s, +\\d+ % of 3's")
                .contains("p99 of accepted", "0 refused", "heap", "OK: every acknowledged order");
    }

    @Test
    void asksAgainUnderTheSameKeyWhenItIsRefused() {
        shop.door = (number, request) -> number % 3 == 0 && refuses(request);

        assertThat(rush(Again.AT_ONCE)).isZero();

        assertThat(told.toString()).doesNotContain(" 0 refused", "other answers");
    }

    @Test
    void waitsAsLongAsTheShopWishes() {
        AtomicInteger requests = new AtomicInteger();
        shop.door = (number, request) -> {
            requests.set(number);
            return refuses(request);
        };

        assertThat(rush(Again.RETRY_AFTER)).as("nothing was accepted").isOne();

        assertThat(requests).as("each shopper asked once").hasValue(3 + 9);
    }

    @Test
    void failsWhenAnAcknowledgedOrderIsMissing() {
        shop.memory = orders -> orders.subList(0, orders.size() / 2);

        assertThat(rush(Again.AT_ONCE)).isOne();

        assertThat(told.toString()).contains("MISSING", "FAILED");
    }

    private static boolean refuses(HttpServerRequest request) {
        request.response()
                .setStatusCode(503)
                .putHeader("Retry-After", "1")
                .end(JsonObject.of("type", "urn:acme:problem:overloaded").toBuffer())
                .onFailure(gone -> {
                    throw new AssertionError(gone);
                });
        return true;
    }

    private int rush(Again again) {
        TestPlan plan = new TestPlan(
                shop.url(),
                shop.url() + "/database",
                "",
                1,
                "mix",
                1,
                Duration.ofMillis(300),
                false);
        return new Rushes(
                        new Screen(new PrintWriter(told), false),
                        new RushPlan(plan, again, Duration.ofMillis(300)),
                        List.of(3, 9),
                        1)
                .carryOut();
    }
}
