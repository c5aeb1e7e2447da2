package com.acmecorp.database.audit;

import com.acmecorp.events.EventKey;

/**
 * An order that isn't at its end.
 *
 * @param newest its newest event, or what would be its first one where it has none
 * @param sinceMs when that event occurred, in epoch milliseconds; 0 where it has none
 */
record OpenOrder(EventKey newest, Stage stage, OpenOrderState state, long sinceMs) {

    /** Whether the journal has the event, so that it can be dispatched again. */
    boolean hasEvent() {
        return sinceMs > 0;
    }

    /** Whether only its customer can move it on. */
    boolean waitsForItsCustomer() {
        return state == OpenOrderState.WAITING && stage == Stage.CHOOSE_TIME;
    }

    /** Whether it is in its stage for longer than that stage may take. */
    boolean isStuck(StageLimits limits, long nowMs) {
        return state != OpenOrderState.DEAD
                && state != OpenOrderState.LOST
                && sinceMs < nowMs - limits.of(stage);
    }
}
