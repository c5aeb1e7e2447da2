package com.acmecorp.platform.time;

import io.vertx.core.Future;

import java.util.function.LongSupplier;

/** Where the time of the database's server can be asked for. */
public interface TimeSource {

    /**
     * A server's time.
     *
     * @param serverNanos since the epoch
     * @param askedAtNanos when it was asked, by the clock that was given for that
     */
    record Reading(long serverNanos, long askedAtNanos) {}

    /**
     * Asks once.
     *
     * @param monotonicNanos to be read at the last moment before the question goes out
     */
    Future<Reading> ask(LongSupplier monotonicNanos);
}
