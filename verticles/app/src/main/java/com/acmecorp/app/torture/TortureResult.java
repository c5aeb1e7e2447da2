package com.acmecorp.app.torture;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of an attack.
 *
 * @param inTheEnd what was wrong after the last round, each a sentence
 */
public record TortureResult(Attack attack, List<Round> rounds, List<String> inTheEnd) {

    /** All that was wrong, each a sentence; none when the system kept its promises. */
    public List<String> differences() {
        return Stream.concat(
                        rounds.stream().flatMap(round -> round.differences().stream()),
                        inTheEnd.stream())
                .distinct()
                .toList();
    }

    /** Orders that were acknowledged. */
    public int acknowledged() {
        return rounds.stream().mapToInt(round -> round.outcome().acknowledged()).sum();
    }

    /** Requests that had no clear answer and were sent again. */
    public int interrupted() {
        return rounds.stream().mapToInt(round -> round.outcome().interrupted()).sum();
    }

    private Duration longestRecovery() {
        return rounds.stream().map(Round::recovery).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    static String head() {
        return "%-16s %6s %8s %12s %12s   %s"
                .formatted("attack", "rounds", "orders", "interrupted", "recovery", "verdict");
    }

    String line() {
        return "%-16s %6d %,8d %,12d %10.1f s   %s"
                .formatted(
                        attack,
                        rounds.size(),
                        acknowledged(),
                        interrupted(),
                        longestRecovery().toMillis() / 1000.0,
                        differences().isEmpty()
                                ? "OK"
                                : "FAILED, %,d differences"
                                        .formatted(differences().size()));
    }
}
