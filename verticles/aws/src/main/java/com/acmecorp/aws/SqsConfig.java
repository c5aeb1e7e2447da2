package com.acmecorp.aws;

import com.acmecorp.platform.config.Settings;

/**
 * Settings of the consuming side; all counts are for one subscription.
 *
 * @param endpoint URL in place of AWS's own; empty: AWS's
 * @param queuePrefix a queue's name is this and its subscriber's, with hyphens for dots
 * @param pollers receive calls at the same time
 * @param inFlight messages in work; beyond, nothing is received
 * @param batchSize messages in one receive call
 * @param waitSeconds for which a receive call waits for messages
 * @param visibilitySeconds for which a message in work is hidden from others; extended while it is worked on
 * @param retryBaseSeconds the longest pause after a message's first failure; doubles with each further one
 * @param retryCapSeconds the longest pause at all
 */
public record SqsConfig(
        String endpoint,
        String queuePrefix,
        int pollers,
        int inFlight,
        int batchSize,
        int waitSeconds,
        int visibilitySeconds,
        int retryBaseSeconds,
        int retryCapSeconds) {

    static SqsConfig from(Settings settings) {
        return new SqsConfig(
                Endpoints.url(settings, "sqs.endpoint"),
                settings.text(
                        "sqs.queuePrefix",
                        "a queue is called this and its subscriber, with hyphens for dots",
                        "acme-"),
                settings.number(
                        "sqs.pollers", "receive calls at a time, for each subscription", 2, 1, 100),
                settings.number(
                        "sqs.inFlight",
                        "messages in work, for each subscription; beyond, none are received",
                        100,
                        1,
                        100_000),
                settings.number("sqs.batchSize", "messages in one receive call", 10, 1, 10),
                settings.number(
                        "sqs.waitSeconds",
                        "for which a receive call waits for messages",
                        20,
                        0,
                        20),
                settings.number(
                        "sqs.visibilitySeconds",
                        "for which a message is hidden from others; extended while it is worked on",
                        30,
                        2,
                        43_200),
                settings.number(
                        "sqs.retryBaseSeconds",
                        "longest pause after a message's first failure; doubles with each further one",
                        2,
                        0,
                        3_600),
                settings.number("sqs.retryCapSeconds", "longest pause at all", 300, 0, 43_200));
    }

    /** The queue of a subscriber: {@code acme-stock-request-goods} is that of {@code stock.request-goods}. */
    String queueOf(String subscriber) {
        return queuePrefix + subscriber.replace('.', '-');
    }
}
