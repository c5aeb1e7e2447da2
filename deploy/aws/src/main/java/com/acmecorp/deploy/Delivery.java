package com.acmecorp.deploy;

import com.acmecorp.events.Subscription;

import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.sqs.Queue;

/**
 * How one subscription's events travel: rule, queue, and the queue of those that the subscriber
 * could not handle.
 */
record Delivery(Subscription subscription, Rule rule, Queue queue, Queue deadLetters) {

    private static final String PREFIX = "acme-";

    /** The name by which the service finds its queue; the rule bears it, too. */
    static String name(Subscription subscription) {
        return PREFIX + subscription.subscriber().replace('.', '-');
    }

    String name() {
        return name(subscription);
    }

    /** Whether the context, such as {@code order}, is the one that listens. */
    boolean isTo(String context) {
        return subscription.subscriber().startsWith(context + ".");
    }
}
