package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;

/**
 * The right to change what the delivery partner holds for an order.
 *
 * @param order as it is at the moment of the claim
 * @param fence 0: there is nothing to change, so there is no claim
 * @param inherited whether an earlier claim was left open, so that nobody knows what the partner holds
 */
public record Claim(Order order, long fence, boolean inherited) {}
