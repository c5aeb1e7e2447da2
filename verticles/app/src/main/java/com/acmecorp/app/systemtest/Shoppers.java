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

/** Place a test's orders: each shopper one after the other, several shoppers at once. Runs on one event loop. */
final class Shoppers {

    private static final int MOST_RETRIES = 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Vertx vertx;
    private final Shop shop;
    private final List<Buffer> forms;
    private final TestPlan plan;
    private final Purchases purchases = new Purchases();
    private int next;
    private @Nullable Future<Void> reopening;

    Shoppers(Vertx vertx, Shop shop, List<Buffer> forms, TestPlan plan) {
        this.vertx = vertx;
        this.shop = shop;
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
            place(forms.get(next++), 0).onSuccess(placed -> placeNext(done)).onFailure(done::fail);
        }
    }

    private Future<Void> place(Buffer form, int retries) {
        long sentAt = System.nanoTime();
        return shop.createOrder(form).compose(answer -> settle(answer, form, retries, sentAt));
    }

    private Future<Void> settle(Answer answer, Buffer form, int retries, long sentAt) {
        return switch (answer) {
            case Answer.Acknowledged order -> {
                purchases.acknowledge(order.orderId(), sentAt);
                yield Future.succeededFuture();
            }
            case Answer.TryAgain later
            when retries < MOST_RETRIES -> placeAgain(later, form, retries);
            case Answer.TryAgain tooOften -> giveUp(tooOften);
            case Answer.Refused refused -> giveUp(refused);
            case Answer.Lost lost -> giveUp(lost).compose(noted -> rideOut());
        };
    }

    private Future<Void> placeAgain(Answer.TryAgain later, Buffer form, int retries) {
        purchases.retry();
        return vertx.timer(later.after().toMillis(), TimeUnit.MILLISECONDS)
                .compose(waited -> place(form, retries + 1));
    }

    private Future<Void> giveUp(Answer answer) {
        purchases.fail(answer);
        return Future.succeededFuture();
    }

    /** Where failures are tolerated, all shoppers wait at the door until the shop is open again. */
    private Future<Void> rideOut() {
        if (!plan.tolerateFailures()) {
            return Future.succeededFuture();
        }
        if (reopening == null || reopening.isComplete()) {
            reopening = Patience.until(
                            vertx,
                            BETWEEN_LOOKS,
                            plan.timeout(),
                            () -> shop.catalogue().map(open -> true).otherwise(false))
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
