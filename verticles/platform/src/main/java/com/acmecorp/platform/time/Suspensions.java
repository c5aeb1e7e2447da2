package com.acmecorp.platform.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * For how long the machine has been suspended since this process began, in nanoseconds. The monotonic clock stands still
 * meanwhile, so that after it the server's clock would seem to have been set ahead. Linux tells the time since its start
 * with suspensions; where no system does, there are none.
 */
final class Suspensions implements LongSupplier {

    private static final Path UPTIME = Path.of("/proc/uptime");

    /** One of the two clocks may be slow or read late; what is shorter harms nobody. */
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier monotonic;
    private final Path uptime;
    private long knownNanos;
    private long differenceNanos;

    Suspensions() {
        this(System::nanoTime, UPTIME);
    }

    /**
     * Those of one machine.
     *
     * @param uptime a file that begins with the seconds since the machine started, such as {@code 350735.47}
     */
    Suspensions(LongSupplier monotonic, Path uptime) {
        this.monotonic = monotonic;
        this.uptime = uptime;
        this.differenceNanos = differenceNanos();
    }

    /** Looks whether there was one since the last look. */
    @Override
    public synchronized long getAsLong() {
        long before = differenceNanos;
        differenceNanos = differenceNanos();
        long suspended = differenceNanos - before;
        if (suspended > LEAST_NANOS) {
            knownNanos += suspended;
        }
        return knownNanos;
    }

    private long differenceNanos() {
        try {
            String seconds = Files.readString(uptime).split(" ", 2)[0];
            return (long) (Double.parseDouble(seconds) * TimeUnit.SECONDS.toNanos(1))
                    - monotonic.getAsLong();
        } catch (IOException | NumberFormatException e) {
            return differenceNanos;
        }
    }
}
