package com.acmecorp.operations.facts;

/**
 * What became of payments lately.
 *
 * @param seconds for how long they were counted
 */
public record PaymentFacts(long paid, long declined, long seconds) {}
