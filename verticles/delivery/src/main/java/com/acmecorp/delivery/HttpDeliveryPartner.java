package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.party.PartyAnswer;
import com.acmecorp.platform.party.PartyCall;
import com.acmecorp.platform.party.PartyClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * A delivery partner with an HTTP API. It repeats nothing: for a test order the journal does, and a customer who is told
 * that the partner doesn't answer.
 */
final class HttpDeliveryPartner implements DeliveryPartner {

    private final PartyClient partner;

    HttpDeliveryPartner(PartyClient partner) {
        this.partner = partner;
    }

    @Override
    public Future<List<DeliveryTime>> offers(Instant asked, @Nullable ZoneId zone) {
        String where = zone == null ? "" : "&zone=" + zone;
        return partner.send(PartyCall.get("/offers?asked=" + asked + where))
                .map(HttpDeliveryPartner::read);
    }

    private static List<DeliveryTime> read(PartyAnswer answer) {
        try {
            return answer.list("slots").stream()
                    .map(slot -> DeliveryTime.parse(String.valueOf(slot)))
                    .sorted(Comparator.comparingLong(DeliveryTime::epochMs))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw answer.notUnderstood("slots in epoch milliseconds");
        }
    }

    /** A PUT and no POST, because a second reservation of the same order takes the first one's place. */
    @Override
    public Future<Void> reserve(OrderId order, DeliveryTime slot, long fence) {
        return partner.send(PartyCall.put(reservation(order), order)
                        .with(JsonObject.of("slot", slot.toString()))
                        .fenced(fence))
                .mapEmpty();
    }

    @Override
    public Future<Void> release(OrderId order, long fence) {
        return partner.send(PartyCall.delete(reservation(order), order).fenced(fence))
                .mapEmpty();
    }

    /** An order without a slot is status NONE and not 404, which a wrong address would answer, too. */
    @Override
    public Future<Reservation> find(OrderId order) {
        return partner.send(PartyCall.get(reservation(order))).map(HttpDeliveryPartner::held);
    }

    private static Reservation held(PartyAnswer answer) {
        return switch (answer.text("status")) {
            case "RESERVED" -> new Reservation.Held(slot(answer));
            case "NONE" -> new Reservation.None();
            default -> throw answer.notUnderstood("status RESERVED or NONE");
        };
    }

    private static DeliveryTime slot(PartyAnswer answer) {
        try {
            return DeliveryTime.parse(answer.text("slot"));
        } catch (IllegalArgumentException e) {
            throw answer.notUnderstood("a slot in epoch milliseconds");
        }
    }

    private static String reservation(OrderId order) {
        return "/reservations/" + order;
    }
}
