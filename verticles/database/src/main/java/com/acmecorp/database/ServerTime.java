package com.acmecorp.database;

import com.acmecorp.platform.time.TimeSource;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time that all processes share: the server's, with a correction after its clock was set, so that the shared time
 * doesn't jump. Else all leases would end at once, or last for as long as the clock was set back.
 *
 * <p>The first process that notices the step writes the correction for all of them. A process that runs notices it by its
 * monotonic clock; one that starts later, by the time when the correction was written, which is renewed for that purpose.
 */
final class ServerTime implements TimeSource {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTime.class);

    /** No time zone matters to it. UNIX_TIMESTAMP of a local time would be wrong in the hour that comes twice. */
    private static final String READ = """
            SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)), server_us, ahead_us
            FROM clock_correction WHERE id = 1""";

    private static final String WRITE =
            "UPDATE clock_correction SET server_us = ?, ahead_us = ? WHERE id = 1 AND server_us = ?";

    private static final long RENEWED_AFTER_MICROS = TimeUnit.SECONDS.toMicros(5);

    /** While a process runs that renews it, it gets older than that only if the server's clock is set ahead. */
    private static final long OLD_MICROS = 2 * RENEWED_AFTER_MICROS;

    /** Running processes need one second, and some time for the statements, to notice a step. */
    private static final int DOUBTS = 3;

    private static final long DOUBT_MS = 500;
    private static final double MICROS_OF_A_SECOND = 1e6;

    /** Then nobody holds a lease that would end by it. After a step back, what is due would be due later by the step. */
    private static final String AT_ONCE =
            "; if it is right, you can stop all processes, UPDATE clock_correction SET ahead_us = 0, and start them";

    private static final String RIGHT_AGAIN =
            "the clock of the database's server was set to the time by which orders go";

    private static final long HEALTHY_MICROS = TimeUnit.SECONDS.toMicros(1);

    private final Vertx vertx;
    private final Pool pool;
    private final int doubts;
    private volatile @Nullable ClockReading last;

    /**
     * The time of that server.
     *
     * @param shared whether other processes may work on it
     */
    ServerTime(Vertx vertx, Pool pool, boolean shared) {
        this.vertx = vertx;
        this.pool = pool;
        this.doubts = shared ? DOUBTS : 0;
    }

    /** Fails also where the server's clock was set and the correction can't be written now. */
    @Override
    public Future<Reading> ask(LongSupplier monotonicNanos) {
        return ask(monotonicNanos, doubts);
    }

    private Future<Reading> ask(LongSupplier monotonicNanos, int doubtsLeft) {
        return pool.withConnection(connection -> read(connection, monotonicNanos))
                .map(Objects::requireNonNull)
                .compose(reading -> last == null && isDoubtful(reading) && doubtsLeft > 0
                        ? askLater(monotonicNanos, doubtsLeft - 1)
                        : learn(reading));
    }

    /**
     * Whether a process that starts can't tell how much time has passed. Others may; where none corrects the time, none
     * runs, and so none holds a lease.
     */
    private static boolean isDoubtful(ClockReading reading) {
        return !reading.correction().isUnknown()
                && (reading.isBeforeCorrection() || reading.correctionAgeMicros() > OLD_MICROS);
    }

    private Future<Reading> askLater(LongSupplier monotonicNanos, int doubtsLeft) {
        return vertx.timer(DOUBT_MS).compose(waited -> ask(monotonicNanos, doubtsLeft));
    }

    /** Waiting for a connection isn't the server's time, so the connection comes first. */
    private static Future<ClockReading> read(
            SqlConnection connection, LongSupplier monotonicNanos) {
        long askedAtNanos = monotonicNanos.getAsLong();
        return connection.query(READ).execute().map(rows -> {
            Row row = rows.iterator().next();
            ClockCorrection correction = new ClockCorrection(row.getLong(1), row.getLong(2));
            return new ClockReading(
                    row.getLong(0), correction, askedAtNanos, monotonicNanos.getAsLong());
        });
    }

    private Future<Reading> learn(ClockReading reading) {
        ClockReading earlier = last;
        if (earlier == null) {
            return reading.isBeforeCorrection()
                    ? correct(reading, reading.correction().sharedMicros())
                    : accept(reading);
        }
        return reading.isBeforeCorrection() || reading.isAfterStepAhead(earlier)
                ? correct(reading, earlier.sharedMicros() + reading.microsSince(earlier))
                : accept(reading);
    }

    private Future<Reading> accept(ClockReading reading) {
        if (reading.correctionAgeMicros() > RENEWED_AFTER_MICROS) {
            write(reading, reading.correctionMicros())
                    .onFailure(failure -> LOG.debug("the correction isn't renewed", failure));
        }
        return Future.succeededFuture(keep(reading));
    }

    /** Where another process has written meanwhile, the next question shows whether that was a correction. */
    private Future<Reading> correct(ClockReading reading, long sharedMicros) {
        long aheadMicros = sharedMicros - reading.serverMicros();
        ClockReading corrected = reading.correctedBy(aheadMicros);
        return write(reading, aheadMicros).map(written -> {
            if (!written) {
                return answer(corrected);
            }
            LOG.warn("{}", isHealthy(aheadMicros) ? RIGHT_AGAIN : sentence(aheadMicros));
            return keep(corrected);
        });
    }

    /** Answers whether it is on record. It isn't where another process has written one since the reading. */
    private Future<Boolean> write(ClockReading reading, long aheadMicros) {
        long beforeMicros = reading.correction().serverMicros();
        return pool.preparedQuery(WRITE)
                .execute(Tuple.of(reading.serverMicros(), aheadMicros, beforeMicros))
                .map(written -> written.rowCount() == 1);
    }

    private Reading keep(ClockReading reading) {
        last = reading;
        return answer(reading);
    }

    private static Reading answer(ClockReading reading) {
        return new Reading(
                TimeUnit.MICROSECONDS.toNanos(reading.sharedMicros()), reading.askedAtNanos());
    }

    /** Fails while the shared time differs from the server's by more than a second. */
    Future<JsonObject> health() {
        ClockReading known = last;
        long aheadMicros = known == null ? 0 : known.correctionMicros();
        return isHealthy(aheadMicros)
                ? Future.succeededFuture(
                        JsonObject.of("aheadMs", TimeUnit.MICROSECONDS.toMillis(-aheadMicros)))
                : Future.failedFuture(sentence(aheadMicros));
    }

    private static boolean isHealthy(long aheadMicros) {
        return Math.abs(aheadMicros) <= HEALTHY_MICROS;
    }

    private static String sentence(long aheadMicros) {
        boolean setBack = aheadMicros > 0;
        return ("the clock of the database's server was set %s: it is %.1f s %s the time by which orders go, which went on as"
                        + " before and approaches that clock by 3 minutes an hour. Nothing is lost or done twice by that. If the"
                        + " server's clock is wrong, set it right and have it keep the time by NTP (chronyc tracking or"
                        + " timedatectl there), which ends this%s")
                .formatted(
                        setBack ? "back" : "ahead",
                        Math.abs(aheadMicros) / MICROS_OF_A_SECOND,
                        setBack ? "behind" : "ahead of",
                        setBack ? "" : AT_ONCE);
    }
}
