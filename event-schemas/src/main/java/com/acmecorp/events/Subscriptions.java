package com.acmecorp.events;

import com.fasterxml.jackson.core.type.TypeReference;

import java.util.List;

/** Who listens to what: the one table, {@code subscriptions.json}, that the bus, the AWS rules and the docs read. */
public final class Subscriptions {

    private static final List<Subscription> ALL = List.copyOf(
            EventJson.resource("/subscriptions.json", new TypeReference<List<Subscription>>() {}));

    private Subscriptions() {}

    public static List<Subscription> all() {
        return ALL;
    }

    /** The subscriptions that this event must reach. */
    public static List<Subscription> of(OrderEvent event) {
        return ALL.stream().filter(subscription -> subscription.wants(event)).toList();
    }

    /**
     * The subscription of that name.
     *
     * @throws IllegalArgumentException when the table has none
     */
    public static Subscription named(String subscriber) {
        return ALL.stream()
                .filter(subscription -> subscription.subscriber().equals(subscriber))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("subscriptions.json has no " + subscriber));
    }
}
