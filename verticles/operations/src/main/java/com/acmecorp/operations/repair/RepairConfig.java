package com.acmecorp.operations.repair;

import com.acmecorp.platform.config.Settings;

/**
 * Settings of the reconciler.
 *
 * @param intervalMs between two looks for what must be mended
 * @param attempts at one event, after which it's left to people
 * @param pauseMs after the first attempt; it doubles with each further one
 */
public record RepairConfig(int intervalMs, int attempts, int pauseMs) {

    public static RepairConfig from(Settings settings) {
        return new RepairConfig(
                settings.number(
                        "operations.repairIntervalMs",
                        "between two looks for orders that can be mended",
                        5_000,
                        10,
                        3_600_000),
                settings.number(
                        "operations.repairAttempts",
                        "at one event, before it is left to people",
                        3,
                        0,
                        100),
                settings.number(
                        "operations.repairPauseMs",
                        "pause after the first of them; doubles with each further one",
                        20_000,
                        1,
                        3_600_000));
    }
}
