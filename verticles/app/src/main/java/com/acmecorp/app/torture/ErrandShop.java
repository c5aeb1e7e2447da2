package com.acmecorp.app.torture;

import com.acmecorp.app.torture.Errand.ErrandFailure;
import com.acmecorp.app.torture.ShopDoor.Answer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What customers do at a shop, step by step. Its methods block. */
record ErrandShop(ShopDoor door) {

    private static final List<String> SEGMENTS = List.of("B2C/US", "B2C/MX", "B2B/US");

    /**
     * An order that was placed.
     *
     * @param manageToken what only the customer has
     */
    record Placed(long orderId, String trackingToken, String manageToken) {

        static Placed of(JsonObject answer) {
            String link = answer.getString("trackingUrl");
            return new Placed(
                    answer.getLong("orderId"),
                    link.substring(link.lastIndexOf("token=") + "token=".length()),
                    answer.getString("manageToken"));
        }
    }

    /** A form that nobody else fills in like this; every third customer is invoiced. */
    static JsonObject form(int number) {
        String[] segment = SEGMENTS.get(number % SEGMENTS.size()).split("/", 2);
        JsonObject form = new JsonObject()
                .put("name", "Ana Niño")
                .put("email", "customer-%d@example.com".formatted(number))
                .put("phone", "+1 555 0100")
                .put("street", number + " Fern Street")
                .put("city", "Portland")
                .put("customerType", segment[0])
                .put("market", segment[1])
                .put("products", "BB001")
                .put("totalPrice", 15_000);
        return segment[0].equals("B2B") ? form.put("orgNumber", 1_000_000 + number) : form;
    }

    /** Orders under a key until the shop says yes. */
    Placed buy(String key, JsonObject form) {
        return Placed.of(mustBeOk("/createOrder", door.ask("/createOrder", key, form)));
    }

    /** Orders once, without a key; empty where the shop says no, or nothing. */
    Optional<Placed> tryToBuy(JsonObject form) {
        Answer answer = door.once("/createOrder", "", form, ShopDoor.ANSWER_LIMIT);
        return answer.isOk() ? Optional.of(Placed.of(answer.body())) : Optional.empty();
    }

    /** Sends an order and doesn't wait for the answer for long. */
    void send(String key, JsonObject form, Duration limit) {
        door.once("/createOrder", key, form, limit);
    }

    /**
     * Orders under a key that may have been used: asks what became of it where the shop says that it was, as the shop's
     * pages do.
     */
    Placed findOrBuy(String key, JsonObject form) {
        Answer answer = door.ask("/createOrder", key, form);
        if (answer.isOk()) {
            return Placed.of(answer.body());
        }
        Answer outcome = outcome(key, form.getString("email"));
        return switch (outcome.body().getString("outcome", "")) {
            case "ACCEPTED" -> Placed.of(outcome.body());
            case "NONE" -> buy(key, form);
            default ->
                throw new ErrandFailure("an order was answered with %d %s, its outcome with %d %s"
                        .formatted(
                                answer.status(), answer.body(), outcome.status(), outcome.body()));
        };
    }

    /** What became of the order under a key, once the shop knows. */
    private Answer outcome(String key, String email) {
        return door.until(
                () -> door.ask("/orderOutcome", key, JsonObject.of("email", email)),
                answer -> !"IN_PROGRESS".equals(answer.body().getValue("outcome")));
    }

    /** Waits until the order's page has a field, such as a link for what may be done now. */
    String await(Placed order, String field) {
        JsonObject who = JsonObject.of(
                "orderId", order.orderId(),
                "token", order.trackingToken(),
                "manageToken", order.manageToken());
        Answer page = door.until(
                () -> door.ask("/orderStatus", "", who),
                answer -> answer.body().containsKey(field));
        Object value = page.body().getValue(field);
        if (value == null) {
            throw new ErrandFailure("order %d: its page never had %s, it has %s"
                    .formatted(order.orderId(), field, page.body().encode()));
        }
        return String.valueOf(value);
    }

    /** The delivery times on offer, the soonest first. */
    List<String> deliveryTimes() {
        JsonArray times = door.get("/deliveryTimes").body().getJsonArray("deliveryOptions");
        return new ArrayList<>(times.stream().map(String.class::cast).toList());
    }

    /** Chooses a delivery time; a no is an answer, too. */
    Answer book(Placed order, String time) {
        String link = await(order, "deliveryUrl");
        return door.ask(
                "/bookDelivery",
                "",
                JsonObject.of(
                        "orderId", order.orderId(),
                        "token", link.substring(link.lastIndexOf("token=") + "token=".length()),
                        "deliveryTime", time));
    }

    void cancel(Placed order) {
        String token = await(order, "cancelToken");
        mustBeOk(
                "/cancelOrder",
                door.ask(
                        "/cancelOrder",
                        "",
                        JsonObject.of("orderId", order.orderId(), "token", token)));
    }

    /** Whether the shop said yes; anything else is a failure of the errand. */
    static JsonObject mustBeOk(String call, Answer answer) {
        if (!answer.isOk()) {
            throw new ErrandFailure("%s was answered with %d %s"
                    .formatted(call, answer.status(), answer.body().encode()));
        }
        return answer.body();
    }
}
