package com.acmecorp.database.write;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where writes meet. Those that arrive while a transaction is in flight go out together in the next one: no timer, no
 * waiting when idle, and the busier it gets the more share a commit. Belongs to one event loop.
 */
public final class WriteQueue {

    private final Context context;
    private final Transactions transactions;
    private final int capacity;
    private final int largestBatch;
    private final int lanes;
    private final Deque<Pending<?>> waiting = new ArrayDeque<>();
    private int busyLanes;
    private boolean woken;
    private @Nullable Promise<Void> drained;

    /**
     * A queue on that event loop.
     *
     * @param capacity writes that may wait; half of it is for orders that are yet to be accepted
     * @param largestBatch writes in one transaction
     * @param lanes transactions in flight at the same time
     */
    public WriteQueue(
            Context context, Transactions transactions, int capacity, int largestBatch, int lanes) {
        this.context = context;
        this.transactions = transactions;
        this.capacity = capacity;
        this.largestBatch = largestBatch;
        this.lanes = lanes;
    }

    /**
     * Queues a write.
     *
     * @return its answer after the commit; fails with OVERLOADED when there is no room, and a new order's write does so
     *     early enough to leave room for those on their way
     */
    public <R> Future<R> submit(Write<R> write) {
        if (waiting.size() >= (write.beginsJourney() ? capacity / 2 : capacity)) {
            return Future.failedFuture(Problem.of(
                            Kind.OVERLOADED,
                            "There are more orders right now than we can take; please try again shortly.")
                    .asException());
        }
        Pending<R> pending = new Pending<>(write);
        waiting.add(pending);
        wake();
        return pending.answer();
    }

    /** Ends when all that was queued has its answer. */
    public Future<Void> drain() {
        if (waiting.isEmpty() && busyLanes == 0) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = drained == null ? Promise.promise() : drained;
        drained = promise;
        return promise.future();
    }

    /** Begins after the messages that the event loop has at hand, so that they share the transaction. */
    private void wake() {
        if (!woken && busyLanes < lanes) {
            woken = true;
            context.runOnContext(ready -> begin());
        }
    }

    private void begin() {
        woken = false;
        while (busyLanes < lanes && !waiting.isEmpty()) {
            busyLanes++;
            transactions.run(take()).onComplete(done -> end());
        }
    }

    private List<Pending<?>> take() {
        List<Pending<?>> batch = new ArrayList<>(Math.min(largestBatch, waiting.size()));
        while (batch.size() < largestBatch && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        return batch;
    }

    private void end() {
        busyLanes--;
        if (!waiting.isEmpty()) {
            wake();
        } else if (busyLanes == 0 && drained != null) {
            drained.complete();
            drained = null;
        }
    }
}
