package com.acmecorp.database.read;

/**
 * What an operator did to an order.
 *
 * @param number from 1, within the order
 */
public record OperatorAction(
        int number,
        String action,
        String operator,
        String reason,
        String before,
        String after,
        long actedAtMs) {}
