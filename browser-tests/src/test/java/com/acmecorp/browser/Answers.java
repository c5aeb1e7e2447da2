package com.acmecorp.browser;

import com.microsoft.playwright.Route.FulfillOptions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Map;

/** What the server answers in states that a test can't easily bring it into. */
final class Answers {

    private Answers() {}

    static FulfillOptions problem(int status, String title) {
        return new FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody(new JsonObject()
                        .put("status", status)
                        .put("title", title)
                        .encode());
    }

    /** Too much to do just now. */
    static FulfillOptions busy(int retryAfterS) {
        return later(problem(503, "Service unavailable"), retryAfterS);
    }

    /** An earlier request under the same key is being paid for. */
    static FulfillOptions inProgress(int retryAfterS) {
        JsonObject body = new JsonObject().put("type", "urn:acme:problem:in-progress");
        return later(json(body).setStatus(409), retryAfterS);
    }

    private static FulfillOptions later(FulfillOptions answer, int retryAfterS) {
        return answer.setHeaders(Map.of(
                "Content-Type",
                "application/problem+json",
                "Retry-After",
                String.valueOf(retryAfterS)));
    }

    static FulfillOptions json(JsonObject body) {
        return new FulfillOptions().setContentType("application/json").setBody(body.encode());
    }

    static FulfillOptions noTimes() {
        return json(new JsonObject().put("deliveryOptions", new JsonArray()));
    }

    /** An order that is on its way to the shelf. */
    static JsonObject placedOrder(long orderId) {
        return new JsonObject()
                .put("orderId", orderId)
                .put("status", "PLACED")
                .put("nextStep", "We are getting your plants from the stockist.")
                .put("products", "BB001,BB001,LB001")
                .put("totalPrice", 45_000)
                .put("market", "US")
                .put(
                        "timeline",
                        new JsonArray()
                                .add(step("OrderCreated", "2026-01-05T15:00:00Z"))
                                .add(step("OrderPlaced", "2026-01-05T15:00:01Z")));
    }

    static JsonObject stockedOrder(long orderId) {
        JsonObject order = placedOrder(orderId).put("status", "STOCKED");
        order.getJsonArray("timeline")
                .add(step("StockCreated", "2026-01-05T15:00:02Z"))
                .add(step("OrderDeliverable", "2026-01-05T15:00:02Z"));
        return order.put("deliveryUrl", "/delivery#order=" + orderId + "&token=abc");
    }

    private static JsonObject step(String event, String at) {
        return new JsonObject().put("event", event).put("at", at);
    }
}
