package com.acmecorp.database.write;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.sql.SqlFailure;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;
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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Carries out batches of writes, each in one transaction, and gives each write its own answer.
 *
 * <p>Contention repeats the whole batch, an unreachable server does so for a while, a full disk refuses it, and any other
 * failure splits the batch in two until the bad row stands alone: it harms nobody else. Doing a batch again is safe even where the commit's
 * answer was lost, because no write has an effect twice.
 */
public final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final int CONTENTION_REPEATS = 8;
    private static final long CONTENTION_PAUSE_MS = 10;
    private static final long UNREACHABLE_PAUSE_MS = 250;

    /** A full disk seldom has room a moment later, but those who ask again and again aren't to do so without a pause. */
    private static final int NO_ROOM_ATTEMPTS = 3;

    private final Vertx vertx;
    private final Pool pool;
    private final Clock clock;
    private final long leaseMs;
    private final long patienceMs;
    private final Outage outage;
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
                .onSuccess(committed -> announce(work, batch));
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
                        : apart(batch, failure);
            case UNREACHABLE -> whenReached(batch, attempt, giveUpAtMs, failure);
            case NO_ROOM -> whenThereIsRoom(batch, attempt, giveUpAtMs, failure);
            case BAD_ROW -> apart(batch, failure);
        };
    }

    /** Each batch that is refused is said as a warning; that nobody can be reached for minutes, once for all to hear. */
    private Future<Boolean> whenReached(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        if (outage.lastsLong()) {
            LOG.error("the database hasn't been reached for minutes: {}", failure.toString());
        }
        return clock.millis() < giveUpAtMs
                ? again(batch, attempt, giveUpAtMs, UNREACHABLE_PAUSE_MS)
                : refuse(batch, failure);
    }

    private Future<Boolean> whenThereIsRoom(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, Throwable failure) {
        outage.noRoom();
        return attempt < NO_ROOM_ATTEMPTS
                ? again(batch, attempt, giveUpAtMs, UNREACHABLE_PAUSE_MS)
                : refuse(batch, failure);
    }

    /** Whether there was no room for a write a moment ago. */
    public boolean lackRoom() {
        return outage.lacksRoom();
    }

    private Future<Boolean> again(
            List<Pending<?>> batch, int attempt, long giveUpAtMs, long pauseMs) {
        return vertx.timer(1 + ThreadLocalRandom.current().nextLong(pauseMs))
                .compose(waited -> attempt(batch, attempt + 1, giveUpAtMs));
    }

    private Future<Boolean> apart(List<Pending<?>> batch, Throwable failure) {
        if (batch.size() == 1) {
            return refuse(batch, failure);
        }
        int half = batch.size() / 2;
        return run(batch.subList(0, half)).compose(done -> run(batch.subList(half, batch.size())));
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
