package com.acmecorp.database.write;

import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.SortedSet;

/** A write that waits for its commit, and the caller who waits for the answer. */
final class QueuedWrite<R> {

    private final Write<R> write;
    private final long sinceMs;
    private final Promise<R> answer = Promise.promise();
    private @Nullable Runnable onCommit;

    QueuedWrite(Write<R> write, long sinceMs) {
        this.write = write;
        this.sinceMs = sinceMs;
    }

    /** When it was queued. */
    long sinceMs() {
        return sinceMs;
    }

    /** The orders that it reads. */
    SortedSet<Long> orders() {
        UnitOfWork work = new UnitOfWork(Instant.EPOCH, 0);
        write.need(work);
        return work.orders().needed();
    }

    Write<R> write() {
        return write;
    }

    Future<R> answer() {
        return answer.future();
    }

    /** Takes the decision; the caller hears of it only once it is committed. */
    void decide(UnitOfWork work) {
        try {
            R result = write.decide(work);
            onCommit = () -> answer.tryComplete(result);
        } catch (ProblemException refusal) {
            onCommit = () -> answer.tryFail(refusal);
        }
    }

    void committed() {
        if (onCommit != null) {
            onCommit.run();
        }
    }

    void failed(Throwable failure) {
        answer.tryFail(failure);
    }
}
