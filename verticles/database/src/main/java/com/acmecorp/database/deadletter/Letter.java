package com.acmecorp.database.deadletter;

import com.acmecorp.events.EventKey;

import java.util.Comparator;

/** An event on its way to one target. */
public record Letter(EventKey event, String target) implements Comparable<Letter> {

    private static final Comparator<Letter> ORDER =
            Comparator.comparing(Letter::event).thenComparing(Letter::target);

    @Override
    public int compareTo(Letter other) {
        return ORDER.compare(this, other);
    }
}
