package com.acmecorp.database.write;

import com.acmecorp.database.deadletter.Death;

import org.jspecify.annotations.Nullable;

/**
 * A target that doesn't have an event yet.
 *
 * @param attempts made so far
 * @param nextAttemptAtMs epoch milliseconds, or null when it was given up
 * @param error why the last attempt failed, for operators
 * @param death there when it was given up
 */
public record OpenDelivery(
        String target,
        int attempts,
        @Nullable Long nextAttemptAtMs,
        String error,
        @Nullable Death death) {

    /** One that is attempted again at that time, in epoch milliseconds. */
    public static OpenDelivery waiting(
            String target, int attempts, long nextAttemptAtMs, String error) {
        return new OpenDelivery(target, attempts, nextAttemptAtMs, Death.shortened(error), null);
    }

    /** One that was given up. */
    public static OpenDelivery dead(String target, int attempts, Death death) {
        return new OpenDelivery(target, attempts, null, death.error(), death);
    }
}
