package com.acmecorp.database.graphql;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.write.Claim;
import com.acmecorp.database.write.ClaimReservation;
import com.acmecorp.database.write.ClaimReservation.Choice;
import com.acmecorp.database.write.DueReservations;
import com.acmecorp.database.write.DueReservations.DueReservation;
import com.acmecorp.database.write.EndReservation;
import com.acmecorp.database.write.EndReservation.Held;
import com.acmecorp.database.write.WriteQueue;

import graphql.schema.idl.TypeRuntimeWiring;

import io.vertx.core.Future;

import java.time.Duration;
import java.util.List;

/** Claims on the delivery partner's reservations, from before the partner is asked until it holds what is booked. */
public record ReservationMutations(WriteQueue writes, DueReservations due) {

    private static final int MOST_AT_A_TIME = 1_000;
    private static final String NONE = "none";

    TypeRuntimeWiring.Builder wire(TypeRuntimeWiring.Builder mutation) {
        Mutations.field(mutation, "claimReservation", this::claim);
        Mutations.field(mutation, "endReservation", this::end);
        Mutations.field(mutation, "takeOverReservations", this::takeOver);
        return mutation;
    }

    private Future<Claimed> claim(Arguments call) {
        return writes.submit(new ClaimReservation(
                        call.orderId("orderId"),
                        call.has("choice") ? choice(call.object("choice")) : null,
                        call.number("holder"),
                        Duration.ofMillis(call.positive("leaseMs"))))
                .map(Claimed::of);
    }

    private static Choice choice(Arguments choice) {
        return new Choice(choice.deliveryTime("deliveryTime"), choice.bookingRules());
    }

    record Claimed(Order order, long fence, boolean inherited) {

        static Claimed of(Claim claim) {
            return new Claimed(claim.order(), claim.fence(), claim.inherited());
        }
    }

    private Future<Boolean> end(Arguments call) {
        return writes.submit(
                new EndReservation(call.orderId("orderId"), call.number("fence"), held(call)));
    }

    private static Held held(Arguments call) {
        boolean something = call.has("held") && !call.text("held").equals(NONE);
        return new Held(!call.has("held"), something ? call.deliveryTime("held") : null);
    }

    private Future<List<Due>> takeOver(Arguments call) {
        return due.takeOver(call.limit("limit", MOST_AT_A_TIME))
                .map(claims -> claims.stream().map(Due::of).toList());
    }

    record Due(long orderId, long fence, int attempts) {

        static Due of(DueReservation claim) {
            return new Due(claim.order().value(), claim.fence(), claim.attempts());
        }
    }
}
