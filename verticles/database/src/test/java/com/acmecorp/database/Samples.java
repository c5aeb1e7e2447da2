package com.acmecorp.database;

import io.vertx.core.json.JsonObject;

/** Documents and orders that the tests share. */
final class Samples {

    static final String PLACE = """
            mutation Place($orderId: Long, $name: String!, $products: String!, $totalPrice: Long!, $testId: Long,
                $orgNumber: BigInteger) {
              placeOrder(orderId: $orderId, name: $name, email: "ana@example.com", phone: "+52 55 1234 5678",
                street: "Calle 1", city: "Puebla", customerType: "B2C", market: "MX", products: $products,
                totalPrice: $totalPrice, testId: $testId, orgNumber: $orgNumber) { orderId status orgNumber }
            }""";

    static final String ACCEPT = """
            mutation Accept($order: AcceptedOrder!, $idempotency: IdempotencyClaim) {
              acceptOrder(order: $order, idempotency: $idempotency) { orderId accepted }
            }""";

    static final String OPEN_PAYMENT = """
            mutation Open($order: AcceptedOrder!, $payment: PaymentRequest!, $idempotency: IdempotencyClaim) {
              openPayment(order: $order, payment: $payment, idempotency: $idempotency) { orderId open }
            }""";

    private Samples() {}

    /** Keeps an order's first mail for a sender who claims it for a minute. */
    static String keepEmail(long orderId, long sender) {
        return """
                mutation { keepEmail(email: {orderId: %d, template: "order-received", revision: "",
                  recipient: "a", subject: "b", text: "c", keepOnly: false,
                  sender: {number: %d, leaseMs: 60000}}) }""".formatted(orderId, sender);
    }

    static JsonObject placed(long orderId) {
        return new JsonObject()
                .put("orderId", orderId)
                .put("name", "Ana Niño 🌵")
                .put("products", "BB001,LB001")
                .put("totalPrice", 30_000);
    }

    static JsonObject accepted(long orderId) {
        return new JsonObject()
                .put("orderId", orderId)
                .put("name", "Ana Niño 🌵")
                .put("email", "ana@example.com")
                .put("phone", "+52 55 1234 5678")
                .put("street", "Calle 1")
                .put("city", "Puebla")
                .put("customerType", "B2C")
                .put("market", "MX")
                .put("products", "BB001,LB001")
                .put("totalPrice", 30_000)
                .put("testId", 0)
                .put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    /** What opens an order's payment. */
    static JsonObject payment(long orderId, String provider) {
        JsonObject payment = new JsonObject()
                .put("provider", provider)
                .put("amount", 600_000)
                .put("currency", "MXN")
                .put("leaseMs", 60_000);
        return new JsonObject().put("order", accepted(orderId)).put("payment", payment);
    }

    /** A request under a key of its own for each order. */
    static JsonObject claim(long orderId) {
        return new JsonObject().put("key", "key-" + orderId).put("requestHash", "a".repeat(64));
    }

    static String settle(long orderId) {
        return "mutation { settlePayment(orderId: %d, reference: \"charge-%d\") }"
                .formatted(orderId, orderId);
    }

    static String moveTo(long orderId, String status) {
        return "mutation { updateOrderStatus(id: %d, status: %s) { status } }"
                .formatted(orderId, status);
    }

    static String cancel(long orderId) {
        return "mutation { cancelOrder(id: %d) { status cancelledAtMs } }".formatted(orderId);
    }

    static String endRefund(long orderId, String refusal) {
        return "mutation { endRefund(orderId: %d, refusal: %s) { state } }"
                .formatted(orderId, refusal);
    }

    static String beginRefund(long orderId) {
        return "mutation { beginRefund(orderId: %d) { state provider amount currency attempts } }"
                .formatted(orderId);
    }

    static String settleRefund(long orderId) {
        return "mutation { settleRefund(orderId: %d, reason: \"by cheque\") { state byHand refusal } }"
                .formatted(orderId);
    }

    static String askRefundAgain(long orderId) {
        return "mutation { askRefundAgain(orderId: %d) { state } }".formatted(orderId);
    }

    static String reverseSale(long orderId) {
        return "mutation { reverseSale(orderId: %d) }".formatted(orderId);
    }

    static String book(long orderId, long timeMs, String capacity) {
        return """
                mutation { addDeliveryDataToOrder(deliveryData: {orderId: %d, deliveryTime: "%d", capacity: %s}) }""".formatted(orderId, timeMs, capacity);
    }
}
