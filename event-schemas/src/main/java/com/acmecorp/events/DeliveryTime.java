package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.Instant;

/**
 * When a delivery van comes; on the wire the epoch milliseconds as a string.
 *
 * @param epochMs start of the delivery slot
 */
public record DeliveryTime(long epochMs) {

    /** The schemas allow 15 digits. */
    private static final long LATEST = 999_999_999_999_999L;

    public DeliveryTime {
        if (epochMs <= 0 || epochMs > LATEST) {
            throw new IllegalArgumentException(
                    "a delivery time is epoch milliseconds, not " + epochMs);
        }
    }

    /**
     * Reads the time as it stands in JSON.
     *
     * @throws IllegalArgumentException when it is not a whole number of milliseconds
     */
    @JsonCreator
    public static DeliveryTime parse(String epochMs) {
        try {
            return new DeliveryTime(Long.parseLong(epochMs));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a delivery time is epoch milliseconds, not " + epochMs, e);
        }
    }

    public Instant instant() {
        return Instant.ofEpochMilli(epochMs);
    }

    @Override
    @JsonValue
    public String toString() {
        return Long.toString(epochMs);
    }
}
