package com.acmecorp.app.systemtest;

/**
 * A request that the system left without a clear answer, so that it was sent again.
 *
 * @param key the order's idempotency key
 * @param atMs when that was noticed, in epoch milliseconds of the client's clock
 */
record Interruption(String key, Answer answer, long atMs) {}
