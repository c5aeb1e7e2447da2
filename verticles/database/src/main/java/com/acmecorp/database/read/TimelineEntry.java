package com.acmecorp.database.read;

import com.acmecorp.events.EventKey;

import java.util.List;
import java.util.stream.Stream;

/**
 * An event of an order, as the journal has it.
 *
 * @param detail the event's detail as JSON text
 * @param waitingFor the subscribers that don't have it although its first dispatch is over
 */
public record TimelineEntry(
        EventKey key,
        String type,
        String detail,
        long occurredAtMs,
        State state,
        List<String> waitingFor) {

    /** How far an event is, the farthest first. */
    public enum State {
        /** Every subscriber has it. */
        DISPATCHED,
        /** It is on its way, or put off because a subscriber is busy. */
        UNDER_WAY,
        /** An attempt at a subscriber failed, another follows. */
        RETRYING,
        /** Nobody listens for one of its subscribers. */
        WAITING_FOR_SUBSCRIBER,
        /** It was given up for one of its subscribers. */
        DEAD
    }

    public TimelineEntry {
        waitingFor = List.copyOf(waitingFor);
    }

    public boolean dispatched() {
        return state == State.DISPATCHED;
    }

    /** The same event, which another subscriber doesn't have either. */
    TimelineEntry and(TimelineEntry other) {
        List<String> all = Stream.concat(waitingFor.stream(), other.waitingFor.stream())
                .sorted()
                .toList();
        State worse = state.compareTo(other.state) >= 0 ? state : other.state;
        return new TimelineEntry(key, type, detail, occurredAtMs, worse, all);
    }
}
