package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Claims the right to change what the delivery partner holds for an order, before the partner is asked: of two who want
 * to, one is told to wait, on whichever node they are. Asking again under the same holder gives the same claim.
 *
 * @param choice the booking that is to follow, which must be possible; null: the partner is to hold what is booked
 * @param holder a number of the caller's own
 * @param lease for how long the holder looks after it; then others take it over
 */
public record ClaimReservation(
        OrderId orderId, @Nullable Choice choice, long holder, Duration lease)
        implements Write<Claim> {

    /** A booking that somebody wants. */
    public record Choice(DeliveryTime time, BookingRules rules) {}

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        work.reservations().need(orderId);
        if (choice != null) {
            choice.rules().need(choice.time(), work);
        }
    }

    @Override
    public Claim decide(UnitOfWork work) {
        Order order = work.orders().require(orderId);
        if (choice != null && choice.rules().apply(order, choice.time(), work).equals(order)) {
            return new Claim(order, 0, false);
        }
        Reservations.ClaimState before = work.reservations().find(orderId);
        if (before != null && before.open() && before.holder() == holder) {
            return new Claim(order, before.fence(), false);
        }
        work.reservations().requireFree(orderId);
        long fence = work.reservations().open(orderId, holder, lease);
        return new Claim(order, fence, before != null && before.open());
    }
}
