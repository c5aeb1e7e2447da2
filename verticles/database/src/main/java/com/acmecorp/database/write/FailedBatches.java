package com.acmecorp.database.write;

import com.acmecorp.database.sql.SqlFailure;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What becomes of batches that failed. Contention repeats the whole batch; a server that is away or refuses everything
 * does so for a while; a full disk refuses it; writes whose orders are locked are set aside; and a value that can't be
 * written splits the batch in two until the bad row stands alone: it harms nobody else.
 */
final class FailedBatches {

    private static final Logger LOG = LoggerFactory.getLogger(FailedBatches.class);
    private static final int CONTENTION_REPEATS = 8;
    private static final long CONTENTION_PAUSE_MS = 10;
    private static final long UNREACHABLE_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 2_000;
    private static final String FULL =
            "The disk of the database is full: it had no room for what was to be written.";

    private static final String LOCKED =
            "Another session holds rows that are to be written and doesn't go on; see the server's list of sessions.";

    private static final Problem LOCKED_FOR_LONG = Problem.of(
            Kind.DATABASE_AWAY, "The order can't be written right now; please try again shortly.");

    /** A full disk seldom has room a moment later, but those who ask again and again aren't to do so without a pause. */
    private static final int NO_ROOM_ATTEMPTS = 3;

    private final Vertx vertx;
    private final Clock clock;
    private final Attempts attempts;
    private final Outage outage;
    private final Outage locks;
    private final LockedWrites aside;

    /** Carries out a batch, which ends in success always. */
    @FunctionalInterface
    interface Attempts {
        Future<Boolean> attempt(List<QueuedWrite<?>> batch, int attempt, long giveUpAtMs);
    }

    FailedBatches(Vertx vertx, Pool pool, Clock clock, Attempts attempts) {
        this.vertx = vertx;
        this.clock = clock;
        this.attempts = attempts;
        this.outage = new Outage(clock);
        this.locks = new Outage(clock);
        this.aside = new LockedWrites(
                vertx,
                clock,
                new LockedOrders(pool),
                (batch, giveUpAtMs) ->
                        attempts.attempt(batch, 1, giveUpAtMs).onFailure(FailedBatches::isBug),
                late -> refuse(late, LOCKED_FOR_LONG.asException())
                        .onFailure(FailedBatches::isBug));
    }

    /** Notes that a batch was written. */
    void over() {
        outage.over();
    }

    /** See {@link Outage#hasHinderedFor}. */
    boolean haveFailedFor(long ms) {
        return outage.hasHinderedFor(ms);
    }

    /** Ends when each write of the batch has its answer, or waits for an order that is locked. */
    Future<Boolean> after(
            List<QueuedWrite<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        return switch (SqlFailure.of(failure)) {
            case CONTENTION ->
                attempt < CONTENTION_REPEATS
                        ? again(batch, attempt, giveUpAtMs, CONTENTION_PAUSE_MS * attempt)
                        : apart(batch, giveUpAtMs, failure);
            case LOCKED -> aroundLocks(batch, attempt, giveUpAtMs, failure);
            case UNREACHABLE ->
                whenReached(batch, attempt, giveUpAtMs, UNREACHABLE_PAUSE_MS, failure);
            case REFUSED -> whenNotRefused(batch, attempt, giveUpAtMs, failure);
            case NO_ROOM -> whenThereIsRoom(batch, attempt, giveUpAtMs, failure);
            case BAD_ROW -> apart(batch, giveUpAtMs, failure);
        };
    }

    /** Those whose orders are locked wait aside; where the lock is on something else, the batch is tried in parts. */
    private Future<Boolean> aroundLocks(
            List<QueuedWrite<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        if (locks.hinders(LOCKED)) {
            LOG.warn("{} writes met locked rows: {}", batch.size(), failure.getMessage());
        }
        return aside.take(batch, giveUpAtMs)
                .otherwise(batch)
                .compose(free -> free.size() < batch.size()
                        ? attemptAny(free, giveUpAtMs)
                        : tryParts(batch, attempt, giveUpAtMs, failure));
    }

    private Future<Boolean> attemptAny(List<QueuedWrite<?>> free, long giveUpAtMs) {
        return free.isEmpty()
                ? Future.succeededFuture(true)
                : attempts.attempt(free, 1, giveUpAtMs);
    }

    private Future<Boolean> tryParts(
            List<QueuedWrite<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        return batch.size() > 1 && clock.millis() < giveUpAtMs
                ? apart(batch, giveUpAtMs, failure)
                : whenReached(batch, attempt, giveUpAtMs, UNREACHABLE_PAUSE_MS, failure);
    }

    /** Each batch that is refused is said as a warning; that nobody can be reached for minutes, once for all to hear. */
    private Future<Boolean> whenReached(
            List<QueuedWrite<?>> batch,
            int attempt,
            long giveUpAtMs,
            long pauseMs,
            Throwable failure) {
        if (outage.lastsLong()) {
            LOG.error("the database hasn't been reached for minutes: {}", failure.toString());
        }
        return clock.millis() < giveUpAtMs
                ? again(batch, attempt, giveUpAtMs, pauseMs)
                : refuse(batch, failure);
    }

    private Future<Boolean> whenNotRefused(
            List<QueuedWrite<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        String why = "The database refuses what is to be written: " + failure.getMessage();
        if (outage.hinders(why)) {
            LOG.warn("{} writes wait: {}", batch.size(), why);
        }
        long pauseMs = Math.min(LONGEST_PAUSE_MS, UNREACHABLE_PAUSE_MS << Math.min(attempt, 8));
        return whenReached(batch, attempt, giveUpAtMs, pauseMs, failure);
    }

    private Future<Boolean> whenThereIsRoom(
            List<QueuedWrite<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        outage.hinders(FULL);
        return attempt < NO_ROOM_ATTEMPTS
                ? again(batch, attempt, giveUpAtMs, UNREACHABLE_PAUSE_MS)
                : refuse(batch, failure);
    }

    /** What has kept writes from being written a moment ago, in a sentence for operators. */
    Optional<String> hindrance() {
        return outage.hindrance();
    }

    /** Whether some writes had to wait for other sessions' locks a moment ago, in a sentence for operators. */
    Optional<String> waitsForLocks() {
        return locks.hindrance();
    }

    private Future<Boolean> again(
            List<QueuedWrite<?>> batch, int attempt, long giveUpAtMs, long pauseMs) {
        return vertx.timer(1 + ThreadLocalRandom.current().nextLong(pauseMs))
                .compose(waited -> attempts.attempt(batch, attempt + 1, giveUpAtMs));
    }

    private Future<Boolean> apart(List<QueuedWrite<?>> batch, long giveUpAtMs, Throwable failure) {
        if (batch.size() == 1) {
            return refuse(batch, failure);
        }
        int half = batch.size() / 2;
        return attempts.attempt(batch.subList(0, half), 1, giveUpAtMs)
                .compose(
                        done -> attempts.attempt(batch.subList(half, batch.size()), 1, giveUpAtMs));
    }

    /** Each write is answered whatever happens, so that nothing else can fail. */
    private static void isBug(Throwable failure) {
        LOG.error("writes that waited for locks failed without an answer", failure);
    }

    private static Future<Boolean> refuse(List<QueuedWrite<?>> batch, Throwable failure) {
        Throwable explained = SqlFailure.explain(failure);
        LOG.atWarn()
                .setCause(explained instanceof ProblemException ? null : failure)
                .log("{} writes failed: {}", batch.size(), failure.getMessage());
        batch.forEach(pending -> pending.failed(explained));
        return Future.succeededFuture(true);
    }
}
