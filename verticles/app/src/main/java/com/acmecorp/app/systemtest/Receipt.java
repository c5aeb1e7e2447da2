package com.acmecorp.app.systemtest;

/**
 * An acknowledgement, as the client keeps it: from here on the system may not lose the order.
 *
 * @param key the order's idempotency key
 * @param atMs when it came, in epoch milliseconds of the client's clock
 */
record Receipt(String key, long orderId, long atMs) {}
