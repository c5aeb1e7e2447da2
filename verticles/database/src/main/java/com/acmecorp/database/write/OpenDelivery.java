package com.acmecorp.database.write;

import org.jspecify.annotations.Nullable;

/**
 * A target that doesn't have an event yet.
 *
 * @param attempts made so far
 * @param nextAttemptAtMs epoch milliseconds, or null when it was given up
 * @param error why the last attempt failed, for operators
 */
public record OpenDelivery(
        String target, int attempts, @Nullable Long nextAttemptAtMs, String error) {}
