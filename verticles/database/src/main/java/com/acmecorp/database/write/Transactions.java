package com.acmecorp.database.write;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.sql.SqlFailure;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Carries out batches of writes, each in one transaction, and gives each write its own answer.
 *
 * <p>Contention repeats the whole batch; a server that is away or refuses everything does so for a while; a full disk
 * refuses it; writes whose orders are locked are set aside; and a value that can't be written splits the batch in two until
 * the bad row stands alone: it harms nobody else. Doing a batch again is safe even where the commit's answer was lost,
 * because no write has an effect twice.
 */
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
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
    private final Pool pool;
    private final Clock clock;
    private final long leaseMs;
    private final long patienceMs;
    private final Outage outage;
    private final Outage locks;
    private final SetAside aside;
    private Consumer<Map<EventKey, EventEnvelope>> onCommit = events -> {};

    /**
     * Transactions on that pool.
     *
     * @param leaseMs for how long this process owns the dispatch of the events it writes
     * @param patienceMs for how long an unreachable server is waited for before callers are told
     */
    public Transactions(Vertx vertx, Pool pool, Clock clock, long leaseMs, long patienceMs) {
        this.vertx = vertx;
        this.pool = pool;
        this.clock = clock;
        this.leaseMs = leaseMs;
        this.patienceMs = patienceMs;
        this.outage = new Outage(clock);
        this.locks = new Outage(clock);
        this.aside = new SetAside(
                vertx,
                clock,
                new LockedOrders(pool),
                (batch, giveUpAtMs) -> attempt(batch, 1, giveUpAtMs).onFailure(this::isBug),
                late -> refuse(late, LOCKED_FOR_LONG.asException()).onFailure(this::isBug));
    }

    /** Says who is given the events that a commit brings into the world. */
    public void onCommit(Consumer<Map<EventKey, EventEnvelope>> listener) {
        onCommit = listener;
    }

    /** Carries out a batch. Ends in success always: each write's caller has its answer then. */
    Future<Boolean> run(List<Pending<?>> batch) {
        return attempt(batch, 1, clock.millis() + patienceMs);
    }

    private Future<Boolean> attempt(List<Pending<?>> batch, int attempt, long giveUpAtMs) {
        return pool.withConnection(connection -> transact(connection, batch))
                .map(true)
                .recover(failure -> afterFailure(batch, attempt, giveUpAtMs, failure));
    }

    private Future<Boolean> transact(SqlConnection connection, List<Pending<?>> batch) {
        UnitOfWork work = new UnitOfWork(clock.instant(), leaseMs);
        batch.forEach(pending -> pending.write().need(work));
        Future<?> begun = InTransaction.begin(connection);
        return InTransaction.inTime(Future.all(begun, work.load(connection)))
                .compose(loaded -> {
                    batch.forEach(pending -> pending.decide(work));
                    return InTransaction.inTime(work.flush(connection));
                })
                .compose(flushed -> InTransaction.commit(connection))
                .map(true)
                .recover(failure -> InTransaction.undo(connection, failure))
                .recover(failure -> leaveSession(connection, failure))
                .onSuccess(committed -> announce(work, batch));
    }

    /** A session that refuses everything may be the cause, so the next attempt gets another one. */
    private static Future<Boolean> leaveSession(SqlConnection connection, Throwable failure) {
        return SqlFailure.of(failure) == SqlFailure.REFUSED
                ? InTransaction.endSession(connection)
                        .transform(ended -> Future.failedFuture(failure))
                : Future.failedFuture(failure);
    }

    private void announce(UnitOfWork work, List<Pending<?>> batch) {
        outage.over();
        batch.forEach(Pending::committed);
        Map<EventKey, EventEnvelope> events = work.events().emitted();
        if (!events.isEmpty()) {
            onCommit.accept(events);
        }
    }

    private Future<Boolean> afterFailure(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
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
            List<Pending<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        if (locks.hinders(LOCKED)) {
            LOG.warn("{} writes met locked rows: {}", batch.size(), failure.getMessage());
        }
        return aside.take(batch, giveUpAtMs)
                .otherwise(batch)
                .compose(free -> free.size() < batch.size()
                        ? attemptAny(free, giveUpAtMs)
                        : tryParts(batch, attempt, giveUpAtMs, failure));
    }

    private Future<Boolean> attemptAny(List<Pending<?>> free, long giveUpAtMs) {
        return free.isEmpty() ? Future.succeededFuture(true) : attempt(free, 1, giveUpAtMs);
    }

    private Future<Boolean> tryParts(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        return batch.size() > 1 && clock.millis() < giveUpAtMs
                ? apart(batch, giveUpAtMs, failure)
                : whenReached(batch, attempt, giveUpAtMs, UNREACHABLE_PAUSE_MS, failure);
    }

    /** Each batch that is refused is said as a warning; that nobody can be reached for minutes, once for all to hear. */
    private Future<Boolean> whenReached(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, long pauseMs, Throwable failure) {
        if (outage.lastsLong()) {
            LOG.error("the database hasn't been reached for minutes: {}", failure.toString());
        }
        return clock.millis() < giveUpAtMs
                ? again(batch, attempt, giveUpAtMs, pauseMs)
                : refuse(batch, failure);
    }

    private Future<Boolean> whenNotRefused(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        String why = "The database refuses what is to be written: " + failure.getMessage();
        if (outage.hinders(why)) {
            LOG.warn("{} writes wait: {}", batch.size(), why);
        }
        long pauseMs = Math.min(LONGEST_PAUSE_MS, UNREACHABLE_PAUSE_MS << Math.min(attempt, 8));
        return whenReached(batch, attempt, giveUpAtMs, pauseMs, failure);
    }

    private Future<Boolean> whenThereIsRoom(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        outage.hinders(FULL);
        return attempt < NO_ROOM_ATTEMPTS
                ? again(batch, attempt, giveUpAtMs, UNREACHABLE_PAUSE_MS)
                : refuse(batch, failure);
    }

    /** What has kept writes from being written a moment ago, in a sentence for operators. */
    public Optional<String> hindrance() {
        return outage.hindrance();
    }

    /** Whether some writes had to wait for other sessions' locks a moment ago, in a sentence for operators. */
    public Optional<String> waitsForLocks() {
        return locks.hindrance();
    }

    private Future<Boolean> again(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, long pauseMs) {
        return vertx.timer(1 + ThreadLocalRandom.current().nextLong(pauseMs))
                .compose(waited -> attempt(batch, attempt + 1, giveUpAtMs));
    }

    private Future<Boolean> apart(List<Pending<?>> batch, long giveUpAtMs, Throwable failure) {
        if (batch.size() == 1) {
            return refuse(batch, failure);
        }
        int half = batch.size() / 2;
        return attempt(batch.subList(0, half), 1, giveUpAtMs)
                .compose(done -> attempt(batch.subList(half, batch.size()), 1, giveUpAtMs));
    }

    /** Each write is answered whatever happens, so that nothing else can fail. */
    private void isBug(Throwable failure) {
        LOG.error("writes that waited for locks failed without an answer", failure);
    }

    private static Future<Boolean> refuse(List<Pending<?>> batch, Throwable failure) {
        Throwable explained = SqlFailure.explain(failure);
        LOG.atWarn()
                .setCause(explained instanceof ProblemException ? null : failure)
                .log("{} writes failed: {}", batch.size(), failure.getMessage());
        batch.forEach(pending -> pending.failed(explained));
        return Future.succeededFuture(true);
    }
}
