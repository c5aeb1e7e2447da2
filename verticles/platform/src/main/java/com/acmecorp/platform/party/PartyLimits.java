package com.acmecorp.platform.party;

import com.acmecorp.platform.config.Settings;

/**
 * Limits on the dealings with each third party.
 *
 * @param connections kept to one party at most; further calls wait for one
 * @param connectTimeoutMs after which a call that has no connection has failed
 * @param failuresToOpen calls that fail in a row, those for the same order once, before the party is left alone
 * @param pauseMs for which it is left alone, before one call tries whether it is back
 * @param audit how often what it holds is compared with what we hold
 */
public record PartyLimits(
        int connections, int connectTimeoutMs, int failuresToOpen, int pauseMs, AuditConfig audit) {

    private static final int LONGEST_MS = 600_000;

    /** Limits with as many comparisons as are usual. */
    public PartyLimits(int connections, int connectTimeoutMs, int failuresToOpen, int pauseMs) {
        this(connections, connectTimeoutMs, failuresToOpen, pauseMs, AuditConfig.USUAL);
    }

    public static PartyLimits from(Settings settings) {
        return new PartyLimits(
                settings.number(
                        "parties.connections",
                        "connections at most; further calls wait for one",
                        32,
                        1,
                        10_000),
                settings.number(
                        "parties.connectTimeoutMs",
                        "a connection, the wait for one included",
                        1_000,
                        1,
                        LONGEST_MS),
                settings.number(
                        "parties.failuresToOpen",
                        "calls that fail in a row, those for the same order once, before the party is left alone and calls fail at once",
                        5,
                        1,
                        10_000),
                settings.number(
                        "parties.pauseMs",
                        "for which it is left alone, before one call tries whether it is back",
                        5_000,
                        1,
                        LONGEST_MS),
                AuditConfig.from(settings));
    }
}
