package com.acmecorp.email;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.io.Serial;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Who may use one of a few connections, in the order in which they asked. Work that waits too long for its turn is never
 * begun, also where the event loop stood still meanwhile. Belongs to one event loop.
 */
final class Turns {

    private final Vertx vertx;
    private final int atOnce;
    private final long longestWaitMs;
    private final LongSupplier nanos;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int busy;

    /**
     * All of them free.
     *
     * @param longestWaitMs at least 1
     * @param nanos a clock that never steps back
     */
    Turns(Vertx vertx, int atOnce, long longestWaitMs, LongSupplier nanos) {
        this.vertx = vertx;
        this.atOnce = atOnce;
        this.longestWaitMs = longestWaitMs;
        this.nanos = nanos;
    }

    private record Waiting(Promise<Void> turn, long sinceNanos) {}

    /** No turn came in time. */
    static final class NoTurn extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        NoTurn() {
            super("no turn came in time", null, false, false);
        }
    }

    /** Does the work when its turn comes, which ends with the work; fails with {@link NoTurn} where none comes in time. */
    <T> Future<T> take(Supplier<Future<T>> work) {
        return next().compose(turn -> begin(work));
    }

    private Future<Void> next() {
        if (busy < atOnce) {
            busy++;
            return Future.succeededFuture();
        }
        Waiting one = new Waiting(Promise.promise(), nanos.getAsLong());
        waiting.add(one);
        long timer = vertx.setTimer(longestWaitMs, late -> giveUp(one));
        return one.turn().future().onComplete(ended -> vertx.cancelTimer(timer));
    }

    private void giveUp(Waiting one) {
        if (waiting.remove(one)) {
            one.turn().fail(new NoTurn());
        }
    }

    /** Work that can't even begin ends its turn, too. */
    private <T> Future<T> begin(Supplier<Future<T>> work) {
        return Future.succeededFuture().compose(begun -> work.get()).onComplete(done -> end());
    }

    private void end() {
        Waiting next = waiting.poll();
        while (next != null && isTooLate(next)) {
            next.turn().fail(new NoTurn());
            next = waiting.poll();
        }
        if (next == null) {
            busy--;
        } else {
            next.turn().complete();
        }
    }

    /** Timers are late after a standstill. */
    private boolean isTooLate(Waiting one) {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - one.sinceNanos()) >= longestWaitMs;
    }
}
