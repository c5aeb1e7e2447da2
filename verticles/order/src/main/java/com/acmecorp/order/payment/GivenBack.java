package com.acmecorp.order.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a provider did when it was asked to give an order's money back.
 *
 * @param refusal what it said instead of doing so; null where it holds nothing of the order any more
 * @param isHeld whether it is known to hold the order's money still
 */
public record GivenBack(@Nullable String refusal, boolean isHeld) {

    static final GivenBack DONE = new GivenBack(null, false);
}
