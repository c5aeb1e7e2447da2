package com.acmecorp.database.audit;

/** How an order that isn't at its end stands. */
public enum OpenOrderState {
    /** The journal still has something to deliver that moves it. */
    MOVING,
    /** Somebody outside of the system has the next move. */
    WAITING,
    /** What would move it was given up. */
    DEAD,
    /** Nothing will ever move it. */
    LOST
}
