package com.acmecorp.app.systemtest;

/**
 * A customer's order as the system's database has it.
 *
 * @param events of its timeline
 * @param dispatched of these, those that every subscriber has
 * @param paid whether a payment is on record
 * @param ledgerLines that its sale has in the books
 */
record CustomerOrder(
        long orderId,
        String status,
        Journey journey,
        int events,
        int dispatched,
        boolean paid,
        int ledgerLines) {}
