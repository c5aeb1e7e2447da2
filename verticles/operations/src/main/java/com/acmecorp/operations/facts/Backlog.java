package com.acmecorp.operations.facts;

import io.vertx.core.json.JsonObject;

import java.util.List;

/**
 * What the journal still has to deliver.
 *
 * @param overdueMs by how much the oldest undispatched event is past its lease
 * @param missing the subscribers that events wait for and that run nowhere
 * @param countedUpTo a figure that is as large stands for at least so many
 */
public record Backlog(
        long undispatched,
        long overdueMs,
        long retrying,
        long dead,
        List<Missing> missing,
        long countedUpTo) {

    public Backlog {
        missing = List.copyOf(missing);
    }

    /**
     * A subscriber that runs nowhere.
     *
     * @param waitingMs for how long the first of its events has been waiting
     */
    public record Missing(String subscriber, long events, long waitingMs) {

        static Missing of(JsonObject missing) {
            return new Missing(
                    missing.getString("subscriber"),
                    missing.getLong("events"),
                    missing.getLong("waitingMs"));
        }

        /** The context that it belongs to. */
        public String context() {
            int dot = subscriber.indexOf('.');
            return dot < 0 ? subscriber : subscriber.substring(0, dot);
        }
    }

    static Backlog of(JsonObject backlog) {
        return new Backlog(
                backlog.getLong("undispatched"),
                backlog.getLong("overdueMs"),
                backlog.getLong("retrying"),
                backlog.getLong("dead"),
                backlog.getJsonArray("missingSubscribers").stream()
                        .map(JsonObject.class::cast)
                        .map(Missing::of)
                        .toList(),
                backlog.getLong("countedUpTo", Long.MAX_VALUE));
    }

    /** A figure, as a person is told of it. */
    public String said(long figure) {
        return figure < countedUpTo ? String.valueOf(figure) : "at least " + figure;
    }
}
