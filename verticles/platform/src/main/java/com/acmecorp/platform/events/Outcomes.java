package com.acmecorp.platform.events;

import java.util.Collections;
import java.util.List;

/** The outcomes of an {@link EventBatch}, one for each event and in its order. */
public record Outcomes(List<Outcome> each) {

    public Outcomes {
        each = List.copyOf(each);
    }

    /** The same outcome for all events of a batch of that size. */
    public static Outcomes all(int size, Outcome outcome) {
        return new Outcomes(Collections.nCopies(size, outcome));
    }
}
