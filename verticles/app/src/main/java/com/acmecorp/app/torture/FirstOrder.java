package com.acmecorp.app.torture;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The first order of a new system: a test's, which needs no customer. Its methods block.
 *
 * @param shop the public API
 * @param staff the private API
 */
record FirstOrder(JsonApi shop, JsonApi staff) {

    private static final String ORDERS = "{ getAllTestOrders(testId: 1) { orderId status } }";

    private static final JsonObject FORM = new JsonObject("""
            {"name": "Someone", "email": "someone@example.com", "phone": "321321321",
             "street": "Thisway 1", "city": "Thatplace", "market": "US",
             "products": "BB001,LB001", "totalPrice": 30000, "testId": 1}""");

    private static final JsonObject PAID = JsonObject.of("customerType", "B2C");
    private static final JsonObject INVOICED =
            JsonObject.of("customerType", "B2B", "orgNumber", 12_345_678);

    /** Orders as somebody who pays; answers what the shop said. */
    JsonObject placePaid() {
        return place(PAID);
    }

    /** Orders as somebody who is invoiced; answers what the shop said. */
    JsonObject placeInvoiced() {
        return place(INVOICED);
    }

    private JsonObject place(JsonObject buyer) {
        return shop.post("/createOrder", FORM.copy().mergeIn(buyer));
    }

    /** Whether there is that one order, and it is at its end. */
    boolean isBooked() {
        JsonArray orders = orders();
        return orders.size() == 1
                && orders.getJsonObject(0).getString("status").equals("DELIVERY_BOOKED");
    }

    long number() {
        return orders().getJsonObject(0).getLong("orderId");
    }

    private JsonArray orders() {
        return staff.query(ORDERS).getJsonArray("getAllTestOrders");
    }
}
