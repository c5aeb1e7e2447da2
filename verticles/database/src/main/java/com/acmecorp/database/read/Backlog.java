package com.acmecorp.database.read;

import java.util.List;

/**
 * What the journal still has to deliver.
 *
 * @param overdueMs by how much the oldest undispatched event is past its lease
 * @param waitingForSubscriber deliveries that nobody listens for
 * @param missingSubscribers whom those are for
 * @param countedUpTo a figure that is as large stands for at least so many: nobody counts further
 */
public record Backlog(
        long undispatched,
        long overdueMs,
        long retrying,
        long dead,
        long waitingForSubscriber,
        List<MissingSubscriber> missingSubscribers,
        long countedUpTo) {

    public Backlog {
        missingSubscribers = List.copyOf(missingSubscribers);
    }

    /**
     * A subscriber that runs nowhere.
     *
     * @param events that wait for it
     * @param waitingMs for how long the first of them has
     */
    public record MissingSubscriber(String subscriber, long events, long waitingMs) {}
}
