package com.acmecorp.aws;

import com.acmecorp.platform.config.Settings;

/**
 * Settings of the publishing side.
 *
 * @param endpoint URL in place of AWS's own; empty: AWS's
 * @param bus name or ARN of the event bus
 * @param connections at most
 * @param callTimeoutMs after which a call has failed
 * @param maxCallBytes of all events in one call, as EventBridge counts them
 * @param attempts at an event before it is left to the journal, which has more patience
 * @param retryBaseMs the longest pause after the first failed attempt; doubles with each further one
 */
public record EventBridgeConfig(
        String endpoint,
        String bus,
        int connections,
        int callTimeoutMs,
        int maxCallBytes,
        int attempts,
        int retryBaseMs) {

    static EventBridgeConfig from(Settings settings) {
        return new EventBridgeConfig(
                Endpoints.url(settings, "eventbridge.endpoint"),
                settings.text("eventbridge.bus", "name or ARN of the event bus", "acme"),
                settings.number("eventbridge.connections", "connections at most", 32, 1, 1_000),
                settings.number("eventbridge.callTimeoutMs", "one call", 5_000, 1, 60_000),
                settings.number(
                        "eventbridge.maxCallBytes",
                        "all events of one call, of which EventBridge takes ten",
                        262_144,
                        1_024,
                        1_048_576),
                settings.number(
                        "eventbridge.attempts",
                        "at an event, before the journal goes on trying",
                        4,
                        1,
                        20),
                settings.number(
                        "eventbridge.retryBaseMs",
                        "longest pause after the first of them; doubles with each further one",
                        50,
                        1,
                        10_000));
    }
}
