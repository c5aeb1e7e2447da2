package com.acmecorp.order;

import com.acmecorp.events.DeliveryTime;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long before it begins a booked delivery can still be changed; the booking itself is checked
 * where it is written.
 */
record ChangeCutoff(int hours, Clock clock) {

    /** Until when a delivery can be changed; null where that is over. */
    @Nullable
    Instant changeUntil(String deliveryTime) {
        Instant until = DeliveryTime.parse(deliveryTime).instant().minus(Duration.ofHours(hours));
        return clock.instant().isBefore(until) ? until : null;
    }
}
