package com.acmecorp.operations.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The alerts that are open. A breach is one alert for as long as it lasts, however often it is seen. It is kept in
 * memory: after a restart, what is still wrong is raised again.
 */
public final class AlertBook {

    /** Between two words about what changes all the time. */
    static final Duration CHANGE_PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Map<String, Alert>> byRule = new TreeMap<>();

    public AlertBook(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes all that a rule has found now; what it found before and doesn't any more is over.
     *
     * @return what people should be told
     */
    public List<Notice> note(String rule, List<Breach> found) {
        Instant now = clock.instant();
        Map<String, Alert> before = byRule.getOrDefault(rule, Map.of());
        Map<String, Alert> after = new LinkedHashMap<>();
        List<Notice> notices = new ArrayList<>();
        for (Breach breach : found) {
            Alert earlier = before.get(breach.subject());
            after.put(
                    breach.subject(),
                    earlier == null
                            ? raise(rule, breach, now, notices)
                            : follow(earlier.seen(breach), now, notices));
        }
        before.values().stream()
                .filter(alert -> !after.containsKey(alert.breach().subject()))
                .map(alert -> new Notice.Resolved(alert, Duration.between(alert.raisedAt(), now)))
                .forEach(notices::add);
        byRule.put(rule, after);
        return notices;
    }

    /** All that are open, the oldest first. */
    public List<Alert> open() {
        return byRule.values().stream()
                .flatMap(alerts -> alerts.values().stream())
                .sorted(Comparator.comparing(Alert::raisedAt))
                .toList();
    }

    private static Alert raise(String rule, Breach breach, Instant now, List<Notice> notices) {
        Alert alert = Alert.raised(rule, breach, now);
        notices.add(new Notice.Raised(alert));
        return alert;
    }

    private static Alert follow(Alert alert, Instant now, List<Notice> notices) {
        if (alert.breach().namesTheSameAs(alert.told())
                || now.isBefore(alert.toldAt().plus(CHANGE_PAUSE))) {
            return alert;
        }
        Alert told = alert.toldNow(now);
        notices.add(new Notice.Changed(told));
        return told;
    }
}
