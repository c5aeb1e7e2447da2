package com.acmecorp.database.write;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where writes meet. Those that arrive while a transaction is in flight go out together in the next one: no timer, no
 * waiting when idle, and the busier it gets the more share a commit. Work in flight goes first and is never refused: it
 * is bounded by the new orders that were let in. New orders take the room that is left in a batch, and a few places
 * beyond it, so that those that were let in don't wait for ever. Belongs to one event loop.
 */
public final class WriteQueue {

    /** Of a batch, one part in so many is kept for new orders beside it. */
    private static final int SHARE_KEPT = 10;

    private static final long NONE_WAITS = Long.MAX_VALUE;
    private static final long LATELY_MS = 1_000;

    private final Context context;
    private final Clock clock;
    private final Transactions transactions;
    private final int capacity;
    private final int largestBatch;
    private final int lanes;
    private final Deque<QueuedWrite<?>> inFlight = new ArrayDeque<>();
    private final Deque<QueuedWrite<?>> newOrders = new ArrayDeque<>();
    private volatile long oldestSinceMs = NONE_WAITS;
    private long lastOrderAtMs;
    private int busyLanes;
    private boolean woken;
    private @Nullable Promise<Void> drained;

    /**
     * A queue on that event loop.
     *
     * @param capacity new orders' writes that may wait
     * @param largestBatch writes in one transaction, the places that are kept for new orders not counted
     * @param lanes transactions in flight at the same time
     */
    public WriteQueue(
            Context context,
            Clock clock,
            Transactions transactions,
            int capacity,
            int largestBatch,
            int lanes) {
        this.context = context;
        this.clock = clock;
        this.transactions = transactions;
        this.capacity = capacity;
        this.largestBatch = largestBatch;
        this.lanes = lanes;
    }

    /**
     * Queues a write.
     *
     * @return its answer after the commit; fails with OVERLOADED when it begins a new order and there is no room
     */
    public <R> Future<R> submit(Write<R> write) {
        boolean isNew = write.beginsJourney();
        if (isNew) {
            lastOrderAtMs = clock.millis();
        }
        if (isNew && newOrders.size() >= capacity) {
            return Future.failedFuture(Problem.of(
                            Kind.OVERLOADED,
                            "There are more orders right now than we can take; please try again shortly.")
                    .asException());
        }
        QueuedWrite<R> pending = new QueuedWrite<>(write, clock.millis());
        (isNew ? newOrders : inFlight).add(pending);
        noteOldest();
        wake();
        return pending.answer();
    }

    /** How long the oldest write has waited for its transaction; any thread may ask. */
    public long oldestMs() {
        long since = oldestSinceMs;
        return since == NONE_WAITS ? 0 : Math.max(0, clock.millis() - since);
    }

    /** Whether somebody has ordered lately. */
    public boolean ordersCome() {
        return clock.millis() - lastOrderAtMs < LATELY_MS;
    }

    private void noteOldest() {
        oldestSinceMs = Math.min(sinceMs(inFlight.peek()), sinceMs(newOrders.peek()));
    }

    private static long sinceMs(@Nullable QueuedWrite<?> pending) {
        return pending == null ? NONE_WAITS : pending.sinceMs();
    }

    /** Ends when all that was queued has its answer. */
    public Future<Void> drain() {
        if (isEmpty() && busyLanes == 0) {
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
        while (busyLanes < lanes && !isEmpty()) {
            busyLanes++;
            transactions.run(take()).onComplete(done -> end());
        }
    }

    private boolean isEmpty() {
        return inFlight.isEmpty() && newOrders.isEmpty();
    }

    /** An order may be accepted and placed in one transaction, so that what is new is decided first. */
    private List<QueuedWrite<?>> take() {
        List<QueuedWrite<?>> batch = new ArrayList<>();
        int steps = Math.min(inFlight.size(), largestBatch);
        move(newOrders, batch, largestBatch - steps + Math.ceilDiv(largestBatch, SHARE_KEPT));
        move(inFlight, batch, steps);
        noteOldest();
        return batch;
    }

    private static void move(Deque<QueuedWrite<?>> waiting, List<QueuedWrite<?>> batch, int most) {
        for (int n = 0; n < most && !waiting.isEmpty(); n++) {
            batch.add(waiting.poll());
        }
    }

    private void end() {
        busyLanes--;
        if (!isEmpty()) {
            wake();
        } else if (busyLanes == 0 && drained != null) {
            drained.complete();
            drained = null;
        }
    }
}
