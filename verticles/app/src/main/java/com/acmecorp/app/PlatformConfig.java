package com.acmecorp.app;

import com.acmecorp.platform.config.Settings;

/**
 * Limits of what the contexts share. Each wait is shorter than the one that waits for it: a database operation, the
 * handler that runs it, the publisher that awaits the handler's acknowledgement.
 *
 * @param eventLoops threads that do the work; 0: Vert.x decides (two for each core)
 * @param databaseTimeoutMs after which a database operation has failed
 * @param handlerTimeoutMs after which an event that is still being handled has failed
 * @param replyTimeoutMs after which a subscriber that hasn't acknowledged has failed
 * @param useCaseTimeoutMs after which a call of a use case has failed
 * @param healthTimeoutMs after which a part that hasn't said how it is isn't well
 * @param stopTimeoutMs after which a graceful stop is cut short
 */
public record PlatformConfig(
        int eventLoops,
        int databaseTimeoutMs,
        int handlerTimeoutMs,
        int replyTimeoutMs,
        int useCaseTimeoutMs,
        int healthTimeoutMs,
        int stopTimeoutMs) {

    private static final int LONGEST_MS = 600_000;

    public static PlatformConfig from(Settings settings) {
        PlatformConfig config = new PlatformConfig(
                settings.number(
                        "platform.eventLoops",
                        "threads that do the work; 0: two for each core",
                        0,
                        0,
                        1024),
                settings.number(
                        "platform.databaseTimeoutMs",
                        "one database operation",
                        10_000,
                        1,
                        LONGEST_MS),
                settings.number(
                        "platform.handlerTimeoutMs",
                        "handling one event; longer than a database operation",
                        35_000,
                        1,
                        LONGEST_MS),
                settings.number(
                        "platform.replyTimeoutMs",
                        "a subscriber's acknowledgement; longer than the handling",
                        40_000,
                        1,
                        LONGEST_MS),
                settings.number(
                        "platform.useCaseTimeoutMs",
                        "one call of a use case",
                        40_000,
                        1,
                        LONGEST_MS),
                settings.number(
                        "platform.healthTimeoutMs",
                        "a part's word on its health; two that fail in a row, a second apart, are an alert",
                        1_200,
                        1,
                        LONGEST_MS),
                settings.number(
                        "platform.stopTimeoutMs", "a graceful stop", 20_000, 1, LONGEST_MS));
        if (config.replyTimeoutMs <= config.handlerTimeoutMs) {
            settings.error(
                    "platform.replyTimeoutMs", "must be longer than platform.handlerTimeoutMs");
        }
        if (config.handlerTimeoutMs <= config.databaseTimeoutMs) {
            settings.error(
                    "platform.handlerTimeoutMs", "must be longer than platform.databaseTimeoutMs");
        }
        return config;
    }
}
