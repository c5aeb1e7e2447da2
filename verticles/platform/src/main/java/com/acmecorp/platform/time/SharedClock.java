package com.acmecorp.platform.time;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time that all processes share, as this process knows it: the database server's, but that it doesn't jump where
 * that server's clock is set. What is compared between processes
 * or across restarts (leases, retries, claims, ages, limits) goes by it. Between two measurements it goes on with the
 * machine's monotonic clock, so that setting the machine's own clock changes nothing. Until the first one it begins at
 * the machine's own time. There is one in each process, and every thread may ask it.
 */
public final class SharedClock extends Clock implements Shareable {

    private static final String KEY = "platform.clock";

    /** The one with the least error counts; an old one tells nothing of the drift since. */
    private static final int MEASUREMENTS_KEPT = 10;

    private final LongSupplier monotonic;
    private final LongSupplier suspensions;
    private final Clock own;
    private final Deque<Measurement> measurements = new ArrayDeque<>();
    private volatile long suspendedNanos;
    private volatile long offsetNanos;
    private volatile long skewMs;

    /**
     * A clock that nothing has been measured for.
     *
     * @param monotonic nanoseconds that only grow, whatever the machine's clock is set to
     * @param own the machine's clock
     */
    public SharedClock(LongSupplier monotonic, Clock own) {
        this(monotonic, () -> 0, own);
    }

    /**
     * The same on a machine that may be suspended.
     *
     * @param suspensions nanoseconds for which the monotonic clock has stood still
     */
    SharedClock(LongSupplier monotonic, LongSupplier suspensions, Clock own) {
        this.monotonic = monotonic;
        this.suspensions = suspensions;
        this.own = own;
        this.offsetNanos = TimeUnit.MILLISECONDS.toNanos(own.millis()) - monotonic.getAsLong();
    }

    /** The one of this process. */
    public static SharedClock of(Vertx vertx) {
        return clocks(vertx)
                .computeIfAbsent(
                        KEY,
                        none -> new SharedClock(
                                System::nanoTime, new Suspensions(), Clock.systemUTC()));
    }

    /** Has a process use that one; before any other is asked for. */
    public static void use(Vertx vertx, SharedClock clock) {
        clocks(vertx).put(KEY, clock);
    }

    private static LocalMap<String, SharedClock> clocks(Vertx vertx) {
        return vertx.sharedData().getLocalMap(KEY);
    }

    /** Nanoseconds that only grow, to be noted when the server is asked. They count on while the machine is suspended. */
    long monotonicNanos() {
        suspendedNanos = suspensions.getAsLong();
        return nanos();
    }

    private long nanos() {
        return monotonic.getAsLong() + suspendedNanos;
    }

    /**
     * Learns the server's time from an answer that has just come.
     *
     * @param serverNanos since the epoch
     * @param askedAtNanos when it was asked, by the monotonic clock
     */
    synchronized void learn(long serverNanos, long askedAtNanos) {
        Measurement latest = Measurement.of(serverNanos, askedAtNanos, nanos());
        if (!measurements.stream().allMatch(latest::agreesWith)) {
            measurements.clear();
        }
        if (measurements.size() == MEASUREMENTS_KEPT) {
            measurements.removeFirst();
        }
        measurements.addLast(latest);
        Measurement best = measurements.stream()
                .min(Comparator.comparingLong(Measurement::errorNanos))
                .orElse(latest);
        offsetNanos = best.offsetNanos();
        skewMs = certain(own.millis() - millis(), TimeUnit.NANOSECONDS.toMillis(best.errorNanos()));
    }

    /** What of a difference is left when it is as small as it may be. */
    private static long certain(long differenceMs, long errorMs) {
        return Long.signum(differenceMs) * Math.max(0, Math.abs(differenceMs) - errorMs);
    }

    /**
     * By how many milliseconds at least the machine's own clock was ahead of the server's when that was last asked; below
     * zero where it was behind.
     */
    public long skewMs() {
        return skewMs;
    }

    @Override
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos() + offsetNanos);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochSecond(0, nanos() + offsetNanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("all times are UTC");
    }
}
