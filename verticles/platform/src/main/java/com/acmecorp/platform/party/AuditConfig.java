package com.acmecorp.platform.party;

import com.acmecorp.platform.config.Settings;

/**
 * How often what parties hold is compared with what we hold.
 *
 * @param perSecond orders compared with each party at most; 0: none are
 * @param restMs for how long nothing must have moved an order before it is compared
 * @param againMs after which a difference is looked at again; one that is gone by then was none
 */
public record AuditConfig(int perSecond, int restMs, int againMs) {

    /** As it is unless settings say otherwise. */
    public static final AuditConfig USUAL = new AuditConfig(10, 120_000, 10_000);

    private static final int LONGEST_MS = 86_400_000;
    private static final int MOST_PER_SECOND = 100;

    /** Reads {@code parties.comparedPerSecond}, {@code .compareRestMs} and {@code .compareAgainMs}. */
    public static AuditConfig from(Settings settings) {
        return new AuditConfig(
                settings.number(
                        "parties.comparedPerSecond",
                        "orders of which each party is asked what it holds, to compare it with what we hold; 0: none",
                        USUAL.perSecond(),
                        0,
                        MOST_PER_SECOND),
                settings.number(
                        "parties.compareRestMs",
                        "for how long nothing must have moved an order before it is compared",
                        USUAL.restMs(),
                        100,
                        LONGEST_MS),
                settings.number(
                        "parties.compareAgainMs",
                        "after which what differs is looked at again; it counts when it differs still",
                        USUAL.againMs(),
                        100,
                        LONGEST_MS));
    }
}
