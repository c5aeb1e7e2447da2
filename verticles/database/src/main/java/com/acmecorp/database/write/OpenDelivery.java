package com.acmecorp.database.write;

import com.acmecorp.database.deadletter.FinalFailure;

import org.jspecify.annotations.Nullable;

/**
 * A target that doesn't have an event yet.
 *
 * @param attempts made so far
 * @param nextAttemptAtMs epoch milliseconds, or null when it was given up
 * @param error why the last attempt failed, for operators
 * @param death there when it was given up
 * @param noSubscriberSinceMs since when nobody has been listening for the target, in epoch milliseconds; null: somebody
 *     is
 */
public record OpenDelivery(
        String target,
        int attempts,
        @Nullable Long nextAttemptAtMs,
        String error,
        @Nullable FinalFailure death,
        @Nullable Long noSubscriberSinceMs) {

    /** One that is attempted again at that time, in epoch milliseconds. */
    public static OpenDelivery waiting(
            String target, int attempts, long nextAttemptAtMs, String error) {
        return new OpenDelivery(
                target, attempts, nextAttemptAtMs, FinalFailure.shortened(error), null, null);
    }

    /** One that nobody listens for, as of now. */
    public static OpenDelivery withoutSubscriber(
            String target, long nowMs, long nextAttemptAtMs, String error) {
        return new OpenDelivery(
                target, 0, nextAttemptAtMs, FinalFailure.shortened(error), null, nowMs);
    }

    /** One that was given up. */
    public static OpenDelivery dead(String target, int attempts, FinalFailure death) {
        return new OpenDelivery(target, attempts, null, death.error(), death, null);
    }
}
