package com.acmecorp.browser;

import com.microsoft.playwright.Route.FulfillOptions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Map;

/** What the server answers in states that a test can't easily bring it into. */
final class Answers {

    /** In a winter to come. */
    static final String SOME_TIME = "1794150000000";

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

    /** Another request under the same key was accepted. */
    static FulfillOptions orderExists() {
        JsonObject body = new JsonObject().put("type", "urn:acme:problem:order-exists");
        return json(body).setStatus(422).setContentType("application/problem+json");
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

    static JsonObject bookedOrder(long orderId) {
        JsonObject order = stockedOrder(orderId).put("status", "DELIVERY_BOOKED");
        order.getJsonArray("timeline").add(step("DeliveryBooked", "2026-01-05T15:00:03Z"));
        return order.put("deliveryTime", SOME_TIME);
    }

    /** Another tab has booked that time meanwhile. */
    static FulfillOptions staleBooking(String time) {
        JsonObject body = new JsonObject()
                .put("type", "urn:acme:problem:conflict")
                .put("current", JsonObject.of("deliveryTime", time));
        return json(body).setStatus(409).setContentType("application/problem+json");
    }

    /** Of an order that was paid, or invoiced, and cancelled. */
    static JsonObject cancelledOrder(long orderId, String settlement) {
        return placedOrder(orderId).put("status", "CANCELLED").put("settlement", settlement);
    }

    static JsonObject refund(String state) {
        return JsonObject.of("state", state, "amount", 45_000, "currency", "USD");
    }

    /** What became of the order that was sent under the cart's key. */
    static FulfillOptions outcome(String outcome) {
        return json(JsonObject.of("outcome", outcome));
    }

    private static JsonObject step(String event, String at) {
        return new JsonObject().put("event", event).put("at", at);
    }
}
