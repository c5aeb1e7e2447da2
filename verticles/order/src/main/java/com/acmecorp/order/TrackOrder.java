package com.acmecorp.order;

import static com.acmecorp.events.EventType.DELIVERY_BOOKED;

import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Place;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Tells the shopper where the order stands: read from the journal, so an order is found from its first moment. */
final class TrackOrder {

    private final DatabaseClient database;
    private final LinkTokens links;
    private final ChangeCutoff cutoff;

    TrackOrder(DatabaseClient database, LinkTokens links, ChangeCutoff cutoff) {
        this.database = database;
        this.links = links;
        this.cutoff = cutoff;
    }

    Future<JsonObject> handle(Request request) {
        OrderId order = request.orderId();
        LinkPowers powers = LinkPowers.of(request, links);
        return database.execute(OrderOperations.TIMELINE, new JsonObject().put("id", order.value()))
                .compose(answer -> tell(order, answer, powers));
    }

    private Future<JsonObject> tell(OrderId order, JsonObject answer, LinkPowers powers) {
        JsonObject contact = answer.getJsonObject("getContact");
        powers.requireGeneration(contact == null ? 0 : contact.getInteger("linkGeneration"));
        List<JsonObject> events = events(order, answer.getJsonArray("getTimeline"));
        return money(order, events).map(money -> {
            JsonObject status = status(order, events, money, powers);
            tellZone(contact, status);
            return status;
        });
    }

    private static List<JsonObject> events(OrderId order, JsonArray timeline) {
        if (timeline.isEmpty()) {
            throw Problem.ofField(Kind.NOT_FOUND, "orderId", "There is no order " + order + ".")
                    .asException();
        }
        return timeline.stream().map(JsonObject.class::cast).toList();
    }

    /** The database is asked again only where the events don't tell it: of orders of before, and of what goes back. */
    private Future<OrderMoney> money(OrderId order, List<JsonObject> events) {
        JsonObject facts = new JsonObject();
        events.forEach(event -> facts.mergeIn(new JsonObject(event.getString("detail"))));
        boolean cancelled = stage(events) == Stage.CANCELLED;
        return OrderMoney.isTold(facts, cancelled)
                ? Future.succeededFuture(OrderMoney.of(facts))
                : database.execute(
                                OrderOperations.GET_MONEY, JsonObject.of("orderId", order.value()))
                        .map(kept -> OrderMoney.of(facts, cancelled, kept));
    }

    private JsonObject status(
            OrderId order, List<JsonObject> events, OrderMoney money, LinkPowers powers) {
        Stage stage = stage(events);
        JsonObject status = new JsonObject()
                .put("orderId", order.value())
                .put("status", stage.status)
                .put(
                        "nextStep",
                        stage == Stage.CANCELLED ? money.afterCancellation() : stage.nextStep)
                .put("canBook", stage == Stage.DELIVERABLE)
                .put("canCancel", stage.cancellable)
                .put(
                        "timeline",
                        new JsonArray(events.stream().map(TrackOrder::step).toList()));
        events.forEach(event -> copyFacts(new JsonObject(event.getString("detail")), status));
        if (stage == Stage.CANCELLED) {
            status.remove("deliveryTime");
        }
        money.show(status);
        tellWhetherItCanBeChanged(stage, status);
        grant(order, powers, stage, status);
        return status;
    }

    private void tellWhetherItCanBeChanged(Stage stage, JsonObject status) {
        Instant until =
                stage == Stage.BOOKED ? cutoff.changeUntil(status.getString("deliveryTime")) : null;
        status.put("canChange", until != null);
        if (until != null) {
            status.put("changeUntil", String.valueOf(until.toEpochMilli()));
        } else if (stage == Stage.BOOKED) {
            status.put("nextStep", "We deliver at the time you booked.");
        }
    }

    /** Links for what may be done now, for those who may do it. */
    private void grant(OrderId order, LinkPowers powers, Stage stage, JsonObject status) {
        if (stage.deliverable && powers.books()) {
            String token = links.token(Purpose.BOOK_DELIVERY, order, powers.generation());
            status.put("deliveryUrl", "/delivery#order=" + order + "&token=" + token);
        }
        if (stage.cancellable && powers.manages()) {
            status.put("cancelToken", links.token(Purpose.CANCEL, order, powers.generation()));
        }
    }

    private static Stage stage(List<JsonObject> events) {
        long bookings = events.stream()
                .map(TrackOrder::type)
                .filter(DELIVERY_BOOKED::equals)
                .count();
        EventType last = type(events.getLast());
        return last == DELIVERY_BOOKED && bookings > 1 ? Stage.BOOKED_FOR_GOOD : Stage.after(last);
    }

    private static EventType type(JsonObject event) {
        return EventType.named(event.getString("event"));
    }

    private static JsonObject step(JsonObject event) {
        return new JsonObject()
                .put("event", event.getString("event"))
                .put("at", Instant.ofEpochMilli(event.getLong("occurredAtMs")).toString());
    }

    /** A later event's fact replaces an earlier one's: the last booked time is the one that counts. */
    private static void copyFacts(JsonObject detail, JsonObject status) {
        for (String fact : List.of("products", "totalPrice", "deliveryTime")) {
            @Nullable Object value = detail.getValue(fact);
            if (value != null) {
                status.put(fact, value);
            }
        }
        String market = detail.getJsonObject("metadata").getString("market");
        status.put("market", market);
    }

    /** Where the customer reads delivery times, wherever the browser is just now. */
    private static void tellZone(@Nullable JsonObject contact, JsonObject status) {
        Place place = new Place(
                status.getString("market"),
                contact == null ? null : contact.getString("state"),
                contact == null ? null : contact.getString("postalCode"));
        status.put("timeZone", place.zone().getId());
        place.toldZone().ifPresent(zone -> status.put("deliveryZone", zone.getId()));
    }

    /** Where an order stands after an event, in the shopper's words. */
    private enum Stage {
        RECEIVED("RECEIVED", "We are placing your order.", false, false),
        PLACED("PLACED", "We are getting your plants from the stockist.", false, true),
        IN_STOCK("PLACED", "Your plants have arrived; we are preparing the delivery.", false, true),
        DELIVERABLE("STOCKED", "Choose when we may deliver.", true, true),
        BOOKED(
                "DELIVERY_BOOKED",
                "We deliver at the time you booked; you may change it once.",
                true,
                false),
        BOOKED_FOR_GOOD("DELIVERY_BOOKED", "We deliver at the time you changed to.", true, false),
        CANCELLED("CANCELLED", "Your order is cancelled.", false, false);

        private final String status;
        private final String nextStep;
        private final boolean deliverable;
        private final boolean cancellable;

        Stage(String status, String nextStep, boolean deliverable, boolean cancellable) {
            this.status = status;
            this.nextStep = nextStep;
            this.deliverable = deliverable;
            this.cancellable = cancellable;
        }

        static Stage after(EventType event) {
            return switch (event) {
                case ORDER_CREATED -> RECEIVED;
                case ORDER_PLACED -> PLACED;
                case STOCK_CREATED -> IN_STOCK;
                case ORDER_DELIVERABLE -> DELIVERABLE;
                case DELIVERY_BOOKED -> BOOKED;
                case ORDER_CANCELLED -> CANCELLED;
            };
        }
    }
}
