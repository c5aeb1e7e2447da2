package com.acmecorp.database.journal;

import com.acmecorp.platform.config.Settings;

/**
 * Settings of the dispatch of events.
 *
 * @param leaseMs for how long a process owns the dispatch of an event before another may take it over
 * @param sweepIntervalMs between two looks for events and deliveries whose time has come
 * @param sweepBatch events or deliveries taken over at a time
 * @param windowPerTarget events on their way to one target; what is beyond is put off
 * @param batchPerTarget events in one message to a target
 * @param maxAttempts after which a delivery is given up
 * @param retryBaseMs the longest pause after the first failure; it doubles with each further one
 * @param retryCapMs the longest pause at all
 */
public record JournalConfig(
        int leaseMs,
        int sweepIntervalMs,
        int sweepBatch,
        int windowPerTarget,
        int batchPerTarget,
        int maxAttempts,
        int retryBaseMs,
        int retryCapMs) {

    public static JournalConfig from(Settings settings) {
        return new JournalConfig(
                settings.number(
                        "journal.leaseMs",
                        "how long a process owns the dispatch of an event before another may take it over",
                        45_000,
                        100,
                        3_600_000),
                settings.number(
                        "journal.sweepIntervalMs",
                        "between two looks for what is overdue",
                        500,
                        10,
                        60_000),
                settings.number(
                        "journal.sweepBatch",
                        "events or deliveries taken over at a time",
                        500,
                        1,
                        10_000),
                settings.number(
                        "journal.windowPerTarget",
                        "events on their way to one subscriber; the rest is put off",
                        4_000,
                        1,
                        1_000_000),
                settings.number(
                        "journal.batchPerTarget",
                        "events in one message to a subscriber",
                        128,
                        1,
                        10_000),
                settings.number(
                        "journal.maxAttempts", "after which a delivery is given up", 8, 1, 100),
                settings.number(
                        "journal.retryBaseMs",
                        "longest pause after the first failure; doubles with each further one",
                        200,
                        1,
                        600_000),
                settings.number(
                        "journal.retryCapMs",
                        "longest pause at all, and so the time in which a target that was away gets what it missed",
                        30_000,
                        1,
                        86_400_000));
    }
}
