package com.acmecorp.operations.alert;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.List;

/** Looks at each watch again and again, and tells each sink what has changed. */
public final class Alerting {

    private final Vertx vertx;
    private final List<Watch<?>> watches;
    private final List<NoticeQueue> queues;
    private final long intervalMs;
    private boolean stopped;

    /**
     * The alerting.
     *
     * @param intervalMs between two looks of one watch; the watches don't wait for each other
     */
    public Alerting(
            Vertx vertx, List<Watch<?>> watches, List<NoticeQueue> queues, long intervalMs) {
        this.vertx = vertx;
        this.watches = List.copyOf(watches);
        this.queues = List.copyOf(queues);
        this.intervalMs = intervalMs;
    }

    public void start() {
        watches.forEach(this::look);
    }

    public void stop() {
        stopped = true;
    }

    private void look(Watch<?> watch) {
        Future<?> pause = vertx.timer(intervalMs);
        watch.look()
                .onSuccess(this::tell)
                .compose(told -> pause)
                .onComplete(passed -> again(watch));
    }

    private void again(Watch<?> watch) {
        if (!stopped) {
            look(watch);
        }
    }

    private void tell(List<Notice> notices) {
        if (!stopped) {
            notices.forEach(notice -> queues.forEach(queue -> queue.add(notice)));
        }
    }
}
