package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** A system that completes each order at once, and that a test can make unfaithful. */
final class FakeShop {

    static final JsonObject PRODUCTS = new JsonObject("""
            {"products": [
               {"sku": "LB001", "name": "Lush bracken", "prices": {
                 "US": {"amount": 15000, "currency": "USD"}, "MX": {"amount": 300000, "currency": "MXN"}}},
               {"sku": "BB002", "name": "Basic big leaf", "prices": {
                 "US": {"amount": 12500, "currency": "USD"}, "MX": {"amount": 250000, "currency": "MXN"}}}],
             "markets": [
               {"market": "US", "currency": "USD", "locale": "en-US", "customerTypes": ["B2B", "B2C"]},
               {"market": "MX", "currency": "MXN", "locale": "es-MX", "customerTypes": ["B2C"]}]}
            """);

    private final HttpServer server;
    private final List<JsonObject> orders = new ArrayList<>();
    private final Map<String, Long> keys = new HashMap<>();
    private int requests;

    /** What is done instead of accepting a request; null where it is accepted. */
    BiFunction<Integer, HttpServerRequest, Boolean> door = (number, request) -> false;

    /** How the database misremembers the orders. */
    UnaryOperator<List<JsonObject>> memory = UnaryOperator.identity();

    /** E-mails that were forgotten. */
    int missingEmails;

    private FakeShop(Vertx vertx) {
        server = vertx.createHttpServer();
        server.requestHandler(request -> request.body()
                .onSuccess(body -> serve(request, body))
                .onFailure(gone -> request.connection().close()));
    }

    static FakeShop open(Vertx vertx) {
        FakeShop shop = new FakeShop(vertx);
        shop.server.listen(0, "127.0.0.1").await();
        return shop;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    List<JsonObject> orders() {
        return orders;
    }

    private void serve(HttpServerRequest request, Buffer body) {
        switch (String.valueOf(request.path())) {
            case "/products" -> answer(request.response(), PRODUCTS);
            case "/createOrder" -> createOrder(request, body.toJsonObject());
            case "/database" -> answer(request.response(), new JsonObject().put("data", data()));
            default -> answer(request.response().setStatusCode(404), new JsonObject());
        }
    }

    private void createOrder(HttpServerRequest request, JsonObject form) {
        if (!door.apply(++requests, request)) {
            long orderId = accept(request, form);
            answer(
                    request.response(),
                    new JsonObject().put("status", "SUCCESS").put("orderId", orderId));
        }
    }

    /** Answers the number of the order, which has one for each idempotency key. */
    long accept(HttpServerRequest request, JsonObject form) {
        String key = String.valueOf(request.getHeader("Idempotency-Key"));
        return keys.computeIfAbsent(key, unknown -> write(form));
    }

    private long write(JsonObject form) {
        long now = System.currentTimeMillis();
        orders.add(form.copy()
                .put("orderId", orders.size() + 1)
                .put("status", "DELIVERY_BOOKED")
                .put("acceptedAtMs", now)
                .put("deliveryBookedAtMs", now + 10));
        return orders.size();
    }

    private JsonObject data() {
        List<JsonObject> remembered = memory.apply(orders);
        long booked = remembered.stream()
                .filter(order -> order.getString("status").equals("DELIVERY_BOOKED"))
                .count();
        long paid = remembered.stream()
                .filter(order -> order.getString("customerType").equals("B2C"))
                .count();
        int count = remembered.size();
        return new JsonObject()
                .put("getAllTestOrders", new JsonArray(remembered))
                .put("getTestProgress", new JsonObject().put("placed", count).put("booked", booked))
                .put(
                        "getTestAudit",
                        new JsonObject()
                                .put("orders", count)
                                .put("events", 5 * count)
                                .put("eventsDispatched", 5 * count)
                                .put("payments", paid)
                                .put("ledgerEntries", count)
                                .put("ledgerLines", 2 * count)
                                .put("unbalancedEntries", 0)
                                .put("emails", 3 * count - missingEmails));
    }

    private static void answer(HttpServerResponse response, JsonObject json) {
        Future<Void> sent =
                response.putHeader("content-type", "application/json").end(json.toBuffer());
        sent.onFailure(gone -> {
            throw new AssertionError(gone);
        });
    }
}
