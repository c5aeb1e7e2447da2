package com.acmecorp.database.read;

import java.util.List;

/**
 * Dead letters of one cause.
 *
 * @param error what their errors have in common
 * @param atLeast whether there may be more than the count: they weren't counted further
 * @param samples those that died last
 */
public record DeadLetterGroup(
        String cause,
        String subscriber,
        String event,
        String error,
        long count,
        boolean atLeast,
        long firstDiedAtMs,
        long lastDiedAtMs,
        List<DeadLetter> samples) {

    public DeadLetterGroup {
        samples = List.copyOf(samples);
    }
}
