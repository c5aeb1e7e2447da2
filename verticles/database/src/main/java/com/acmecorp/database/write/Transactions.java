package com.acmecorp.database.write;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.sql.SqlFailure;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries out batches of writes, each in one transaction, and gives each write its own answer. Doing a batch again is safe
 * even where the commit's answer was lost, because no write has an effect twice.
 */
public final class Transactions {

    private final Pool pool;
    private final Clock clock;
    private final long leaseMs;
    private final long patienceMs;
    private final FailedBatches failed;
    private Consumer<Map<EventKey, EventEnvelope>> onCommit = events -> {};

    /**
     * Transactions on that pool.
     *
     * @param leaseMs for how long this process owns the dispatch of the events it writes
     * @param patienceMs for how long an unreachable server is waited for before callers are told
     */
    public Transactions(Vertx vertx, Pool pool, Clock clock, long leaseMs, long patienceMs) {
        this.pool = pool;
        this.clock = clock;
        this.leaseMs = leaseMs;
        this.patienceMs = patienceMs;
        this.failed = new FailedBatches(vertx, pool, clock, this::attempt);
    }

    /** Says who is given the events that a commit brings into the world. */
    public void onCommit(Consumer<Map<EventKey, EventEnvelope>> listener) {
        onCommit = listener;
    }

    /**
     * Carries out a batch. Ends in success always: each write's caller has its answer then, but for those that wait for a
     * locked order. Beside a server that has refused everything for a while it is tried once, so that callers, who may have
     * waited for other batches before, are told soon.
     */
    Future<Boolean> run(List<QueuedWrite<?>> batch) {
        long waitMs = failed.haveFailedFor(patienceMs / 2) ? 0 : patienceMs;
        return attempt(batch, 1, clock.millis() + waitMs);
    }

    private Future<Boolean> attempt(List<QueuedWrite<?>> batch, int attempt, long giveUpAtMs) {
        return pool.withConnection(connection -> transact(connection, batch))
                .map(true)
                .recover(failure -> failed.after(batch, attempt, giveUpAtMs, failure));
    }

    private Future<Boolean> transact(SqlConnection connection, List<QueuedWrite<?>> batch) {
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

    private void announce(UnitOfWork work, List<QueuedWrite<?>> batch) {
        failed.over();
        batch.forEach(QueuedWrite::committed);
        Map<EventKey, EventEnvelope> events = work.events().emitted();
        if (!events.isEmpty()) {
            onCommit.accept(events);
        }
    }

    /** What has kept writes from being written a moment ago, in a sentence for operators. */
    public Optional<String> hindrance() {
        return failed.hindrance();
    }

    /** Whether some writes had to wait for other sessions' locks a moment ago, in a sentence for operators. */
    public Optional<String> waitsForLocks() {
        return failed.waitsForLocks();
    }
}
