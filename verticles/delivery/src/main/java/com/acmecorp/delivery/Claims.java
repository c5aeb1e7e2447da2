package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.UnclearWrite;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The claims on the partner's reservations, in the database: they outlive this process.
 *
 * @param leaseMs for how long a claim is ours to look after; longer than a booking takes
 */
record Claims(DatabaseClient database, int leaseMs) {

    /** Numbers up to here are exact in every JSON. */
    private static final long LARGEST_HOLDER = 1L << 53;

    /** A claim that nobody ended in time, and that is ours now. */
    record Due(OrderId order, long fence, int attempts) {

        static Due of(Object claim) {
            JsonObject json = (JsonObject) claim;
            return new Due(
                    new OrderId(json.getLong("orderId")),
                    json.getLong("fence"),
                    json.getInteger("attempts"));
        }
    }

    /** Claims an order for a booking, which must be possible. */
    Future<Claim> open(Choice choice) {
        return open(variables(choice.order()).put("choice", choice.json()));
    }

    /** Claims an order so that the partner can be made to hold what is booked. */
    Future<Claim> open(OrderId order) {
        return open(variables(order));
    }

    private JsonObject variables(OrderId order) {
        return JsonObject.of("orderId", order.value(), "leaseMs", leaseMs);
    }

    /** The holder is a number of this claim's own, so asking again is the same claim. */
    private Future<Claim> open(JsonObject variables) {
        variables.put("holder", ThreadLocalRandom.current().nextLong(1, LARGEST_HOLDER));
        return UnclearWrite.onceMore(() -> database.execute(DeliveryOperations.CLAIM, variables))
                .map(answer -> Claim.of(answer.getJsonObject("claimReservation")));
    }

    /**
     * Ends a claim.
     *
     * @param held what the partner holds now; null: nothing
     * @return whether it is over; false where something else is booked by now, or it isn't ours
     */
    Future<Boolean> end(OrderId order, long fence, @Nullable DeliveryTime held) {
        return end(ending(order, fence).put("held", held == null ? "none" : held.toString()));
    }

    /** Ends a claim under which the partner wasn't asked. */
    Future<Boolean> endUnused(Claim claim) {
        return end(ending(claim.order().id(), claim.fence()));
    }

    private static JsonObject ending(OrderId order, long fence) {
        return JsonObject.of("orderId", order.value(), "fence", fence);
    }

    private Future<Boolean> end(JsonObject variables) {
        return UnclearWrite.onceMore(() -> database.execute(DeliveryOperations.END, variables))
                .map(answer -> answer.getBoolean("endReservation"));
    }

    /** Takes over claims that are due, so many at most. */
    Future<List<Due>> takeOver(int limit) {
        return database.execute(DeliveryOperations.TAKE_OVER, JsonObject.of("limit", limit))
                .map(answer -> answer.getJsonArray("takeOverReservations").stream()
                        .map(Due::of)
                        .toList());
    }
}
