package com.acmecorp.app.systemtest;

import java.util.List;

/** Orders on their way through a system, which are compared with its promises in the end; for threads that may wait. */
public interface Load {

    /** Orders that are answered so far. */
    int answered();

    /** Whether each order has its answer. */
    boolean allAnswered();

    /** Whether nothing more comes of it, however it ended. */
    boolean hasEnded();

    /** Looks up how far each of its orders that are there has come by now. */
    List<Journey> journeys();

    /** Waits for its end; a load that can't be carried out has that as its one difference. */
    TestOutcome outcome();

    /** Looks at the records of a load that has ended once more. */
    TestOutcome outcomeNow();
}
