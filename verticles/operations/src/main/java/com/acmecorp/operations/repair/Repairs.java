package com.acmecorp.operations.repair;

import com.acmecorp.operations.facts.Trouble;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Remembers what was tried, so that an event that doesn't mend its order isn't dispatched for ever. Kept in memory:
 * after a restart the count begins anew, which is harmless.
 */
final class Repairs {

    /** Longer than the pauses: an order that is in trouble again after it was mended is still the same case. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MOST_REMEMBERED = 10_000;

    /**
     * A repair that is due.
     *
     * @param attempt 1 for the first
     */
    record Repair(long orderId, long eventKey, Trouble.Kind kind, int attempt) {}

    private record Tried(int attempts, Instant last) {}

    private final RepairConfig config;
    private final Clock clock;
    private final SequencedMap<Long, Tried> tried = new LinkedHashMap<>();

    Repairs(RepairConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** What shall be done now about these troubles; it counts as tried from now on. */
    List<Repair> due(List<Trouble> troubles) {
        Instant now = clock.instant();
        tried.values().removeIf(repair -> repair.last().plus(REMEMBERED).isBefore(now));
        List<Repair> due = new ArrayList<>();
        mendable(troubles).forEach((event, repair) -> {
            Tried earlier = tried.getOrDefault(event, new Tried(0, Instant.EPOCH));
            if (mayTry(earlier, now)) {
                remember(event, new Tried(earlier.attempts() + 1, now));
                due.add(new Repair(repair.orderId(), event, repair.kind(), earlier.attempts() + 1));
            }
        });
        return due;
    }

    /** One event may mend several troubles of its order. */
    private static Map<Long, Repair> mendable(List<Trouble> troubles) {
        Map<Long, Repair> byEvent = new TreeMap<>();
        for (Trouble trouble : troubles) {
            for (Trouble.Order order : trouble.orders()) {
                Long event = order.eventKey();
                if (event != null) {
                    byEvent.putIfAbsent(
                            event, new Repair(order.orderId(), event, trouble.kind(), 0));
                }
            }
        }
        return byEvent;
    }

    private boolean mayTry(Tried earlier, Instant now) {
        if (earlier.attempts() == 0) {
            return config.attempts() > 0;
        }
        long pauseMs = (long) config.pauseMs() << (earlier.attempts() - 1);
        return earlier.attempts() < config.attempts()
                && !now.isBefore(earlier.last().plusMillis(pauseMs));
    }

    private void remember(long event, Tried attempt) {
        tried.putLast(event, attempt);
        if (tried.size() > MOST_REMEMBERED) {
            tried.pollFirstEntry();
        }
    }
}
