package com.acmecorp.app;

import io.vertx.core.json.JsonObject;

import java.util.stream.Stream;

/**
 * A call that takes a body, and one that it would take.
 *
 * @param inside where in the body the fields are: empty, or "detail."
 */
record SampleCall(String path, boolean isPublic, JsonObject body, String inside) {

    private static final long UNKNOWN_ORDER = 424_242;

    @Override
    public String toString() {
        return path;
    }

    JsonObject fields() {
        return inside.isEmpty() ? body : body.getJsonObject("detail");
    }

    JsonObject with(String field, Object value) {
        JsonObject fields = fields().copy().put(field, value);
        return inside.isEmpty() ? fields : body.copy().put("detail", fields);
    }

    JsonObject without(String field) {
        JsonObject fields = fields().copy();
        fields.remove(field);
        return inside.isEmpty() ? fields : body.copy().put("detail", fields);
    }

    static Stream<SampleCall> all() {
        JsonObject unknown = new JsonObject().put("orderId", UNKNOWN_ORDER);
        return Stream.of(
                new SampleCall("/createOrder", true, order(), ""),
                new SampleCall(
                        "/orderOutcome",
                        true,
                        new JsonObject().put("email", "ann@example.com"),
                        ""),
                new SampleCall(
                        "/bookDelivery",
                        true,
                        unknown.copy().put("deliveryTime", "1767286800000").put("token", "abc"),
                        ""),
                new SampleCall("/cancelOrder", true, unknown.copy().put("token", "abc"), ""),
                new SampleCall("/orderStatus", true, unknown.copy().put("token", "abc"), ""),
                new SampleCall(
                        "/findOrder", true, unknown.copy().put("email", "ann@example.com"), ""),
                new SampleCall("/operator/correctContact", false, byOperator(addressed()), ""),
                new SampleCall("/operator/newLinks", false, byOperator(unknown.copy()), ""),
                new SampleCall(
                        "/operator/sendMailAgain",
                        false,
                        byOperator(unknown.copy()).put("template", "order-received"),
                        ""),
                new SampleCall(
                        "/operator/changeDelivery",
                        false,
                        byOperator(unknown.copy()).put("deliveryTime", "1767286800000"),
                        ""),
                new SampleCall("/operator/cancelOrder", false, byOperator(unknown.copy()), ""),
                new SampleCall("/operator/actions", false, unknown, ""),
                new SampleCall("/placeOrder", false, envelope("OrderCreated", order()), "detail."),
                new SampleCall(
                        "/updateOrderStatus",
                        false,
                        unknown.copy().put("transaction", "StockCreated"),
                        ""),
                new SampleCall("/stock", false, unknown, ""),
                new SampleCall(
                        "/settleRefund", false, unknown.copy().put("reason", "by cheque"), ""),
                new SampleCall("/askRefundAgain", false, unknown, ""),
                new SampleCall(
                        "/finance",
                        false,
                        envelope("OrderPlaced", unknown.copy().put("totalPrice", 30_000)),
                        "detail."),
                new SampleCall("/email", false, letter(), ""),
                new SampleCall(
                        "/email",
                        false,
                        envelope(
                                "DeliveryBooked", addressed().put("deliveryTime", "1767286800000")),
                        "detail."),
                new SampleCall("/replay", false, letterToReplay(), ""),
                new SampleCall("/database", false, query("{ getOrderLegacy }"), ""));
    }

    static SampleCall of(String path) {
        return all().filter(call -> call.path().equals(path)).findFirst().orElseThrow();
    }

    static JsonObject query(String text) {
        return new JsonObject().put("query", text);
    }

    private static JsonObject envelope(String type, JsonObject detail) {
        return new JsonObject().put("detail-type", type).put("detail", detail);
    }

    static JsonObject order() {
        return new JsonObject()
                .put("name", "Ann O'Neill")
                .put("email", "ann@example.com")
                .put("phone", "321321321")
                .put("street", "Thisway 1")
                .put("city", "Thatplace")
                .put("customerType", "B2C")
                .put("market", "US")
                .put("products", "BB001,LB001")
                .put("totalPrice", 30_000);
    }

    private static JsonObject letterToReplay() {
        return new JsonObject()
                .put("eventId", "3a237b3b-dd82-572f-97b2-b81dc6b4eec1")
                .put("subscriber", "stock.request-goods");
    }

    private static JsonObject byOperator(JsonObject body) {
        return body.put("operator", "Kim").put("reason", "a test");
    }

    private static JsonObject letter() {
        return addressed()
                .put("deliveryTime", "1767286800000")
                .put("transaction", "DeliveryBooked");
    }

    private static JsonObject addressed() {
        return new JsonObject()
                .put("orderId", UNKNOWN_ORDER)
                .put("name", "Ann O'Neill")
                .put("email", "ann@example.com")
                .put("phone", "321321321")
                .put("street", "Thisway 1")
                .put("city", "Thatplace");
    }
}
