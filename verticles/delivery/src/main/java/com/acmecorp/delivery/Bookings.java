package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.UnclearWrite;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The booked deliveries, in the database. */
final class Bookings {

    private final DatabaseClient database;
    private final int slotCapacity;

    /**
     * The bookings.
     *
     * @param slotCapacity deliveries that fit into one slot
     */
    Bookings(DatabaseClient database, int slotCapacity) {
        this.database = database;
        this.slotCapacity = slotCapacity;
    }

    Future<DeliveryOrder> order(OrderId id) {
        return database.execute(DeliveryOperations.GET_ORDER, JsonObject.of("id", id.value()))
                .map(answer -> DeliveryOrder.of(answer.getJsonObject("getOrder")));
    }

    /** Those of the slots, soonest first, that still have room. */
    Future<List<DeliveryTime>> withRoom(List<DeliveryTime> slots) {
        if (slots.isEmpty()) {
            return Future.succeededFuture(slots);
        }
        JsonObject range = JsonObject.of(
                "from", slots.getFirst().epochMs(), "to", slots.getLast().epochMs() + 1);
        return database.execute(DeliveryOperations.SLOT_BOOKINGS, range)
                .map(answer -> full(answer.getJsonArray("getSlotBookings")))
                .map(full -> slots.stream().filter(slot -> !full.contains(slot)).toList());
    }

    private Set<DeliveryTime> full(JsonArray bookings) {
        return bookings.stream()
                .map(JsonObject.class::cast)
                .filter(slot -> slot.getInteger("booked") >= slotCapacity)
                .map(slot -> new DeliveryTime(slot.getLong("slotMs")))
                .collect(Collectors.toSet());
    }

    /**
     * Books a slot, which emits DeliveryBooked; the booked time again changes nothing.
     *
     * @param fence of the claim under which the partner was asked, which ends with the booking; 0:
     *     there is none
     * @return the time that is booked; fails with CONFLICT when the order can't have it, and with
     *     IN_PROGRESS when the claim was taken over
     */
    Future<DeliveryTime> book(Choice choice, long fence) {
        return choice.by() == null
                ? bookForCustomer(choice, fence)
                : bookByOperator(choice, fence, choice.by());
    }

    private Future<DeliveryTime> bookForCustomer(Choice choice, long fence) {
        JsonObject variables = JsonObject.of("deliveryData", choice.data(fence));
        return UnclearWrite.onceMore(() -> database.execute(DeliveryOperations.BOOK, variables))
                .map(answer -> DeliveryTime.parse(answer.getString("addDeliveryDataToOrder")));
    }

    private Future<DeliveryTime> bookByOperator(Choice choice, long fence, Operator by) {
        JsonObject variables = JsonObject.of("id", choice.order().value())
                .put("choice", choice.json())
                .put("fence", fence)
                .put("by", by.json());
        return UnclearWrite.onceMore(() -> database.execute(DeliveryOperations.CHANGE, variables))
                .map(answer -> DeliveryTime.parse(
                        answer.getJsonObject("changeDelivery").getString("deliveryTime")));
    }
}
