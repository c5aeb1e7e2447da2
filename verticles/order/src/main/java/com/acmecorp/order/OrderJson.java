package com.acmecorp.order;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;

import io.vertx.core.json.JsonObject;

/** Orders as the variables of the database's operations. */
final class OrderJson {

    private OrderJson() {}

    static JsonObject accepted(OrderId id, OrderRequest order, TraceParent trace) {
        return fields(order).put("orderId", id.value()).put("traceparent", trace.value());
    }

    static JsonObject money(Money amount) {
        return JsonObject.of(
                "amount", amount.minorUnits(), "currency", amount.currency().getCurrencyCode());
    }

    static JsonObject payment(String provider, Money amount, int leaseMs) {
        return new JsonObject()
                .put("provider", provider)
                .mergeIn(money(amount))
                .put("leaseMs", leaseMs);
    }

    static JsonObject placed(OrderRequest order, TraceParent trace) {
        return fields(order).put("traceparent", trace.value());
    }

    static JsonObject placed(OrderCreated event) {
        return new JsonObject()
                .put("orderId", event.orderId().value())
                .put("name", event.name())
                .put("email", event.email())
                .put("phone", event.phone())
                .put("street", event.street())
                .put("city", event.city())
                .put("state", event.state())
                .put("postalCode", event.postalCode())
                .put("language", event.language())
                .put("customerType", event.customerType())
                .put("market", event.market())
                .put("products", event.products())
                .put("totalPrice", event.totalPrice().value())
                .put("orgNumber", event.orgNumber())
                .put("orgNumberText", event.orgNumberText())
                .put("testId", event.testId())
                .put("charged", event.charged() == null ? null : money(event.charged()))
                .put("traceparent", event.metadata().traceparent().value())
                .put("acceptedAtMs", event.metadata().occurredAt().toEpochMilli());
    }

    private static JsonObject fields(OrderRequest order) {
        return new JsonObject()
                .put("name", order.name())
                .put("email", order.email())
                .put("phone", order.phone())
                .put("street", order.street())
                .put("city", order.city())
                .put("state", order.state())
                .put("postalCode", order.postalCode())
                .put("language", order.language())
                .put("customerType", order.customerType())
                .put("market", order.market())
                .put("products", order.basket().toString())
                .put("totalPrice", order.totalPrice().value())
                .put(
                        "orgNumber",
                        order.orgNumber() == null ? null : order.orgNumber().number())
                .put(
                        "orgNumberText",
                        order.orgNumber() == null ? null : order.orgNumber().digits())
                .put("testId", order.testId());
    }
}
