package com.acmecorp.app.simulation;

import io.netty.util.concurrent.Ticker;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** The one time that everybody lives in, clocks and timers alike. It passes only when nobody has anything to do. */
final class SimulatedTime extends Clock implements Ticker {

    /** A Monday morning. */
    private static final Instant START = Instant.parse("2026-11-23T10:15:00Z");

    private long nanos;

    void moveTo(long nanoTime) {
        nanos = Math.max(nanos, nanoTime);
    }

    /** Since the beginning. */
    long elapsedMs() {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public long initialNanoTime() {
        return 0;
    }

    @Override
    public void sleep(long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody sleeps here");
    }

    @Override
    public Instant instant() {
        return START.plusNanos(nanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
