package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.party.PartyBooks;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The delivery partner's reservations, compared with the bookings of orders that aren't cancelled. */
record PartnersBooks(DeliveryPartner partner) implements PartyBooks {

    static final Operation QUERY = PartyBooks.reading("status deliveryTime");

    private static final String NOTHING = "no delivery";
    private static final String ADVICE =
            "Have the partner reserve or release what we hold, and ask the customer where that isn't possible.";

    @Override
    public String party() {
        return "the delivery partner";
    }

    @Override
    public Operation query() {
        return QUERY;
    }

    @Override
    public Future<Optional<Difference>> compare(OrderId order, JsonObject ours) {
        return partner.find(order)
                .map(theirs -> Difference.between(ours(ours), theirs(theirs), ADVICE));
    }

    private static String ours(JsonObject order) {
        String booked = order.getString("deliveryTime");
        return booked == null || order.getString("status").equals("CANCELLED")
                ? NOTHING
                : delivery(DeliveryTime.parse(booked));
    }

    /** Null: it can't know. */
    private static @Nullable String theirs(Reservation reservation) {
        return switch (reservation) {
            case Reservation.Held held -> delivery(held.slot());
            case Reservation.None _ -> NOTHING;
            case Reservation.Unknown _ -> null;
        };
    }

    private static String delivery(DeliveryTime time) {
        return "a delivery at " + time.instant();
    }
}
