package com.acmecorp.database.deadletter;

import com.acmecorp.events.EventKey;

import java.util.Comparator;

/** An event on its way to one target. */
public record EventDelivery(EventKey event, String target) implements Comparable<EventDelivery> {

    private static final Comparator<EventDelivery> ORDER =
            Comparator.comparing(EventDelivery::event).thenComparing(EventDelivery::target);

    @Override
    public int compareTo(EventDelivery other) {
        return ORDER.compare(this, other);
    }
}
