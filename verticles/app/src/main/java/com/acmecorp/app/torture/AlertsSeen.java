package com.acmecorp.app.torture;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What operators saw of an attack. What a system says when it is started again counts, too: whatever is still wrong then
 * is raised once more.
 *
 * @param told all lines of the system's log so far
 * @param alarms what they must see
 * @param from how many lines there were before the attack
 */
record AlertsSeen(Supplier<List<String>> told, List<Alarm> alarms, int from) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    static AlertsSeen fromNow(Supplier<List<String>> told, List<Alarm> alarms) {
        return new AlertsSeen(told, alarms, told.get().size());
    }

    /** What they should have seen by the end of the attack, and didn't; each a sentence. */
    List<String> missedMeanwhile() {
        List<String> lines = lines();
        return alarms.stream()
                .filter(Alarm::meanwhile)
                .filter(alarm -> lines.stream().noneMatch(alarm::isRaisedBy))
                .map(alarm -> "no alert while it lasted: " + alarm.title())
                .toList();
    }

    /** What they didn't see at all, or not the end of; waits for that, but not for long. */
    List<String> missed() {
        Waiting.untilTold(() -> differences().isEmpty(), LIMIT);
        return differences();
    }

    List<String> differences() {
        List<String> lines = lines();
        return alarms.stream()
                .filter(alarm -> last(lines, alarm::isResolvedBy) <= last(lines, alarm::isRaisedBy))
                .map(alarm -> last(lines, alarm::isRaisedBy) < 0
                        ? "no alert was raised: " + alarm.title()
                        : "an alert was not resolved: " + alarm.title())
                .toList();
    }

    private List<String> lines() {
        List<String> all = told.get();
        return all.subList(from, all.size());
    }

    /** Where the last such line is; -1 if there is none. */
    private static int last(List<String> lines, Predicate<String> line) {
        return lines.reversed().stream()
                .filter(line)
                .findFirst()
                .map(lines::lastIndexOf)
                .orElse(-1);
    }
}
