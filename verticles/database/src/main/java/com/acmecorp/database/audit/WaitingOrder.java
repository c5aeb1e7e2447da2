package com.acmecorp.database.audit;

/**
 * An order whose customer is to choose a delivery time.
 *
 * @param sinceMs when it became deliverable, in epoch milliseconds
 */
public record WaitingOrder(long orderId, long sinceMs) {}
