package com.acmecorp.app;

import com.acmecorp.events.EventType;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** EventBridge with an API destination for each use case that events drive: at least once, and in no order. */
record ApiDestinations(Customer staff) {

    private static final Map<EventType, List<String>> CALLS = Map.of(
            EventType.ORDER_CREATED, List.of("/placeOrder", "/email"),
            EventType.ORDER_PLACED, List.of("/stock", "/finance"),
            EventType.STOCK_CREATED, List.of("/updateOrderStatus"),
            EventType.ORDER_DELIVERABLE, List.of("/email"),
            EventType.DELIVERY_BOOKED, List.of("/updateOrderStatus", "/email"),
            EventType.ORDER_CANCELLED, List.of("/email"));

    /**
     * Delivers each event of an order, the latest first.
     *
     * @return what has happened to the order
     */
    JsonArray deliver(long orderId) {
        JsonArray timeline = timeline(orderId);
        timeline.stream().map(JsonObject.class::cast).toList().reversed().forEach(this::deliver);
        return timeline;
    }

    private void deliver(JsonObject entry) {
        EventType type = EventType.named(entry.getString("event"));
        JsonObject envelope = envelope(type, new JsonObject(entry.getString("detail")));
        CALLS.getOrDefault(type, List.of()).forEach(path -> staff.post(path, envelope));
    }

    private static JsonObject envelope(EventType type, JsonObject detail) {
        return new JsonObject()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", type.wireName())
                .put("source", type.source())
                .put("account", "123456789012")
                .put("time", detail.getJsonObject("metadata").getString("occurredAt"))
                .put("region", "us-east-1")
                .put("resources", new JsonArray())
                .put("detail", detail);
    }

    private JsonArray timeline(long orderId) {
        String query = "{ getTimeline(id: %d) { event eventId detail } }".formatted(orderId);
        return staff.post("/database", SampleCall.query(query))
                .getJsonObject("data")
                .getJsonArray("getTimeline");
    }
}
