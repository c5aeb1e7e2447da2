package com.acmecorp.operations.alert;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Notices on their way to one sink, one after the other, so that they arrive in their order and nobody waits for them. A
 * sink that is away costs memory for a bounded number of them only. Belongs to one event loop.
 */
public final class NoticeQueue {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeQueue.class);
    private static final int CAPACITY = 100;
    private static final int ATTEMPTS = 4;
    private static final long TIMEOUT_MS = 10_000;

    private final Vertx vertx;
    private final Sink sink;
    private final long pauseMs;
    private final Deque<Notice> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * A queue.
     *
     * @param pauseMs after a first failed attempt; it doubles with each further one
     */
    public NoticeQueue(Vertx vertx, Sink sink, long pauseMs) {
        this.vertx = vertx;
        this.sink = sink;
        this.pauseMs = pauseMs;
    }

    /** Takes a notice; when there is no room, the oldest goes, for it is the least true. */
    public void add(Notice notice) {
        if (waiting.size() >= CAPACITY) {
            LOG.warn(
                    "{} never learns of this: {}", sink.name(), waiting.remove().line());
        }
        waiting.add(notice);
        next();
    }

    private void next() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            Notice notice = waiting.remove();
            attempt(notice, 1).onComplete(done -> {
                busy = false;
                if (done.failed()) {
                    LOG.warn("{} never learns of this: {}", sink.name(), notice.line());
                }
                next();
            });
        }
    }

    private Future<?> attempt(Notice notice, int number) {
        return Future.succeededFuture()
                .compose(begun -> sink.tell(notice).<Void>mapEmpty())
                .timeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .recover(failure -> afterFailure(notice, number, failure));
    }

    private Future<Void> afterFailure(Notice notice, int number, Throwable failure) {
        LOG.warn(
                "{} can't be told of an alert ({} of {} attempts): {}",
                sink.name(),
                number,
                ATTEMPTS,
                failure.toString());
        return number == ATTEMPTS
                ? Future.failedFuture(failure)
                : vertx.timer(pauseMs << (number - 1))
                        .compose(waited -> attempt(notice, number + 1).mapEmpty());
    }
}
