package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.order.Status;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * Ends a claim whose holder knows what the delivery partner holds now. It stays open where that isn't what is booked by
 * now: so there is no moment at which nobody looks after a difference.
 *
 * @param held what the partner holds
 */
public record EndReservation(OrderId orderId, long fence, Held held) implements Write<Boolean> {

    /**
     * What the partner holds.
     *
     * @param unchanged the partner wasn't asked, so it holds what it held
     * @param time null: it holds nothing
     */
    public record Held(boolean unchanged, @Nullable DeliveryTime time) {}

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        work.reservations().need(orderId);
    }

    /** Answers whether the claim is over; false: the booking has changed, or somebody else has the claim. */
    @Override
    public Boolean decide(UnitOfWork work) {
        Reservations.ClaimState claim = work.reservations().find(orderId);
        if (claim == null || claim.fence() != fence) {
            return false;
        }
        if (claim.open() && !agrees(work.orders().require(orderId))) {
            return false;
        }
        work.reservations().end(orderId, fence);
        return true;
    }

    private boolean agrees(Order order) {
        DeliveryTime booked =
                order.hasReached(Status.CANCELLED) ? null : order.progress().deliveryTime();
        return held.unchanged() || Objects.equals(held.time(), booked);
    }
}
