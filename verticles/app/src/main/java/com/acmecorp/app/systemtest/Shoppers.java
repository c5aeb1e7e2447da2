package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Place a test's orders: each shopper one after the other, several shoppers at once. Each order has an idempotency key of
 * its own, as in the shop's pages. Runs on one event loop.
 */
final class Shoppers {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Vertx vertx;
    private final Shop shop;
    private final String test;
    private final List<Buffer> forms;
    private final TestPlan plan;
    private final Purchases purchases = new Purchases();
    private int next;
    private @Nullable Future<Void> reopening;

    /**
     * Shoppers for these forms.
     *
     * @param test tells their keys apart from other tests' keys
     */
    Shoppers(Vertx vertx, Shop shop, String test, List<Buffer> forms, TestPlan plan) {
        this.vertx = vertx;
        this.shop = shop;
        this.test = test;
        this.forms = forms;
        this.plan = plan;
    }

    /** What has been bought so far. */
    Purchases purchases() {
        return purchases;
    }

    /** Ends when every order was answered or given up; fails when a system that went away isn't back in time. */
    Future<Purchases> placeAll() {
        return Future.all(Stream.generate(this::shopper)
                        .limit(Math.min(plan.concurrency(), forms.size()))
                        .toList())
                .map(done -> purchases);
    }

    private Future<Void> shopper() {
        Promise<Void> done = Promise.promise();
        placeNext(done);
        return done.future();
    }

    /** A loop by callbacks, not a chain of Futures, whose length would be the number of orders. */
    private void placeNext(Promise<Void> done) {
        if (next == forms.size()) {
            done.complete();
        } else {
            place(nextWish()).onSuccess(placed -> placeNext(done)).onFailure(done::fail);
        }
    }

    private Wish nextWish() {
        String key = test + "-" + next;
        return new Wish(
                key, forms.get(next++), System.nanoTime() + plan.timeout().toNanos());
    }

    private Future<Void> place(Wish wish) {
        long sentAt = System.nanoTime();
        return shop.createOrder(wish.key(), wish.form())
                .compose(answer -> settle(answer, wish, sentAt));
    }

    private Future<Void> settle(Answer answer, Wish wish, long sentAt) {
        return switch (answer) {
            case Answer.Acknowledged order -> {
                purchases.acknowledge(wish.key(), order.orderId(), sentAt);
                yield Future.succeededFuture();
            }
            case Answer.TryAgain later when wish.isWorthAsking() -> placeAgain(later, wish);
            case Answer.TryAgain tooOften -> giveUp(tooOften);
            case Answer.Refused refused ->
                refused.isUnclear() ? askAgain(refused, wish) : giveUp(refused);
            case Answer.Lost lost -> askAgain(lost, wish);
        };
    }

    private Future<Void> placeAgain(Answer.TryAgain later, Wish wish) {
        purchases.retry();
        return vertx.timer(later.after().toMillis(), TimeUnit.MILLISECONDS)
                .compose(waited -> place(wish));
    }

    /** Where failures are tolerated, it must come to a clear answer, once the shop is open again. */
    private Future<Void> askAgain(Answer unclear, Wish wish) {
        if (!plan.tolerateFailures() || !wish.isWorthAsking()) {
            return giveUp(unclear);
        }
        purchases.interrupt(wish.key(), unclear);
        return rideOut().compose(open -> place(wish));
    }

    private Future<Void> giveUp(Answer answer) {
        purchases.fail(answer);
        return Future.succeededFuture();
    }

    /** All shoppers wait at the door together until the shop is open again. */
    private Future<Void> rideOut() {
        if (reopening == null || reopening.isComplete()) {
            reopening = vertx.timer(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)
                    .compose(waited -> Patience.until(
                            vertx,
                            BETWEEN_LOOKS,
                            plan.timeout(),
                            () -> shop.catalogue().map(open -> true).otherwise(false)))
                    .compose(open ->
                            open ? Future.succeededFuture() : Future.failedFuture(notBack()));
        }
        return reopening;
    }

    private TestFailure notBack() {
        return new TestFailure("The system went away and wasn't back within %d s."
                .formatted(plan.timeout().toSeconds()));
    }
}
