package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.TestOutcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a round.
 *
 * @param struckAfter orders that were answered by then
 * @param recovery from the moment when nothing hurt the system any more to the moment when all was at its end
 * @param differences each a sentence; none when the system kept its promises
 */
record Round(int struckAfter, TestOutcome outcome, Duration recovery, List<String> differences) {

    /** The longest that a system may take. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Round of(
            int struckAfter,
            List<String> already,
            TestOutcome outcome,
            Duration recovery,
            Scene.Demand demand) {
        List<String> differences = new ArrayList<>(already);
        differences.addAll(outcome.differences());
        if (recovery.compareTo(LIMIT) > 0) {
            differences.add("it took %d s to recover".formatted(recovery.toSeconds()));
        }
        switch (demand) {
            case CLEAR_IN_THE_END -> {}
            case ANSWERED ->
                outcome.broken()
                        .forEach(broken ->
                                differences.add("accepted, but not answered with yes: " + broken));
        }
        return new Round(struckAfter, outcome, recovery, List.copyOf(differences));
    }

    String line() {
        return "struck after %,d answers · %,d acknowledged · %,d requests interrupted · recovered in %.1f s · %s"
                .formatted(
                        struckAfter,
                        outcome.acknowledged(),
                        outcome.interrupted(),
                        recovery.toMillis() / 1000.0,
                        differences.isEmpty() ? "OK" : "FAILED");
    }
}
