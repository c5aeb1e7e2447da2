package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;

import java.util.List;
import java.util.function.Supplier;

/** What is done in the middle of a round. */
@FunctionalInterface
interface Strike {

    /**
     * What is done before the orders of a round.
     *
     * @param begin begins as many orders as a round has, to see how the system does while nothing hurts it
     */
    default void prepare(Supplier<Load> begin) {}

    /**
     * Hurts the system, and ends when nothing hurts it any more; from then on it has to recover by itself.
     *
     * @param load the orders that are under way
     * @return what is wrong already, each a sentence
     */
    List<String> hit(Load load);

    /** The titles of alerts that may stay open, because what they tell of stays as it is. */
    default List<String> lastingAlerts() {
        return List.of();
    }

    /** What can be told only after all rounds. */
    default Findings findings() {
        return Findings.NONE;
    }

    /**
     * What was seen over all rounds.
     *
     * @param figures each a sentence
     * @param differences each a sentence; none when all is well
     */
    record Findings(List<String> figures, List<String> differences) {

        static final Findings NONE = new Findings(List.of(), List.of());

        public Findings {
            figures = List.copyOf(figures);
            differences = List.copyOf(differences);
        }
    }
}
