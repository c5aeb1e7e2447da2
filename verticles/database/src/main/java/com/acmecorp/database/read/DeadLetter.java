package com.acmecorp.database.read;

/**
 * A delivery that was given up.
 *
 * @param subscriber who doesn't have the event
 * @param event its type's name
 * @param error of the last attempt
 */
public record DeadLetter(
        long orderId,
        String eventId,
        String subscriber,
        String event,
        long attempts,
        String error,
        long diedAtMs,
        String place) {}
