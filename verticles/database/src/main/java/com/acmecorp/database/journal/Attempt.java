package com.acmecorp.database.journal;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;

/**
 * An attempt to deliver an event to one target.
 *
 * @param number 1 for the first
 */
record Attempt(EventKey key, EventEnvelope event, int number) {

    Attempt next() {
        return new Attempt(key, event, number + 1);
    }
}
