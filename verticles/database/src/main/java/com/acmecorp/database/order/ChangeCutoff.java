package com.acmecorp.database.order;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import java.time.Instant;

/**
 * How long before a delivery begins it can still be changed, and how far ahead the new time must
 * be. Without it nobody looks at the clock.
 *
 * @param hours 0: until the delivery begins
 */
public record ChangeCutoff(int hours) {

    private static final long HOUR_MS = 3_600_000;
    private static final String BEGUN = "This delivery time has begun; please choose another.";

    /**
     * Refuses to book that time, or to change to it.
     *
     * @param now the time of the transaction
     * @throws com.acmecorp.platform.problem.ProblemException in words for the customer
     */
    void check(Order order, DeliveryTime time, Instant now) {
        DeliveryTime booked = order.progress().deliveryTime();
        if (booked == null) {
            requireToCome(time, now);
            return;
        }
        requireAhead(booked, now, 0, "The delivery has begun, so its time can't be changed.");
        requireAhead(
                booked,
                now,
                hours,
                "A delivery can be changed until %d hours before it begins; please call us."
                        .formatted(hours));
        requireAhead(time, now, hours, tooSoon());
    }

    /** Refuses a time that has begun, whoever wants it. */
    static void requireToCome(DeliveryTime time, Instant now) {
        requireAhead(time, now, 0, BEGUN);
    }

    private String tooSoon() {
        return hours == 0
                ? BEGUN
                : "A delivery can be changed to a time that is more than %d hours away; please choose a later one."
                        .formatted(hours);
    }

    private static void requireAhead(DeliveryTime time, Instant now, int hours, String refusal) {
        if (time.epochMs() - hours * HOUR_MS <= now.toEpochMilli()) {
            throw Problem.ofField(Kind.CONFLICT, "deliveryTime", refusal).asException();
        }
    }
}
