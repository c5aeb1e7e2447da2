package com.acmecorp.events;

/**
 * One subscriber's interest in one event.
 *
 * @param subscriber the context and the use case it calls, as in {@code stock.request-goods}; unique
 * @param testOrdersOnly whether customers' orders are kept from it
 */
public record Subscription(String subscriber, EventType event, boolean testOrdersOnly) {

    public boolean wants(OrderEvent candidate) {
        return candidate.type() == event
                && (!testOrdersOnly || candidate.metadata().isTest());
    }
}
