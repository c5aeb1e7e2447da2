package com.acmecorp.simulators;

import com.acmecorp.events.OrderId;

import java.util.SplittableRandom;

/**
 * Which orders a party can't do anything for. They are scattered evenly over all numbers, and always the same, so that
 * whoever watches from outside knows them, too.
 *
 * @param share of all orders, 0 to 1
 */
public record Poison(double share) {

    public boolean isIn(OrderId order) {
        return new SplittableRandom(order.value()).nextDouble() < share;
    }
}
