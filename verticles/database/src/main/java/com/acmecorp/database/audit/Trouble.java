package com.acmecorp.database.audit;

import com.acmecorp.events.EventKey;

import org.jspecify.annotations.Nullable;

/**
 * An order that something is wrong with.
 *
 * @param eventKey the event that mends it when it is dispatched again; null: none does
 * @param sinceMs epoch milliseconds; 0 where nobody knows
 */
public record Trouble(Kind kind, long orderId, @Nullable Long eventKey, long sinceMs) {

    /** What is wrong. */
    public enum Kind {
        /** Nothing will ever move the order. */
        LOST,
        /** The order is in its stage for too long. */
        STUCK,
        /** A delivery of one of the order's events was given up. */
        GIVEN_UP,
        /** Every subscriber has the event, but its mail was never written. */
        MAIL_MISSING,
        /** The mail server doesn't have a mail that was written long ago. */
        MAIL_UNSENT,
        /** Every subscriber has the event, but the sale isn't in the books. */
        SALE_MISSING,
        /** The books have another amount than the order. */
        SALE_DIFFERS,
        /** The provider refused to give a customer's money back. */
        REFUND_REFUSED,
        /** A customer's money is due to go back for too long. */
        REFUND_DUE,
        /** Nobody knows whether the delivery partner holds what is booked. */
        RESERVATION_UNSETTLED
    }

    static Trouble mendedBy(EventKey event, Kind kind, long sinceMs) {
        return new Trouble(kind, event.orderId().value(), event.value(), sinceMs);
    }

    static Trouble unmendable(long orderId, Kind kind, long sinceMs) {
        return new Trouble(kind, orderId, null, sinceMs);
    }
}
