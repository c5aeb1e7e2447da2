package com.acmecorp.app.systemtest;

import static java.util.Objects.requireNonNull;

import com.acmecorp.app.systemtest.Catalogue.Segment;
import com.acmecorp.app.systemtest.TestRecords.Audit;
import com.acmecorp.app.systemtest.TestRecords.TestOrder;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends test orders through a running system and holds it to its promises: each order it acknowledged is there exactly
 * once, at its end, with its events, its ledger entry and its e-mails.
 */
final class SystemTest {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final long FIRST_TEST_ID = 1_000_000_000L;
    private static final long LAST_TEST_ID = 10_000_000_000_000L;

    private final Vertx vertx;
    private final TestPlan plan;
    private final Screen screen;
    private final Shop shop;
    private final TestRecords records;
    private final long testId = ThreadLocalRandom.current().nextLong(FIRST_TEST_ID, LAST_TEST_ID);
    private volatile @Nullable Shoppers shoppers;

    /**
     * A test by that plan.
     *
     * @param vertx its own; the test runs on one of its event loops
     */
    SystemTest(Vertx vertx, TestPlan plan, Screen screen) {
        HttpClient http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS),
                new PoolOptions().setHttp1MaxSize(plan.concurrency() + 1));
        this.vertx = vertx;
        this.plan = plan;
        this.screen = screen;
        this.shop = new Shop(http, plan.api());
        this.records = new TestRecords(new GraphQl(http, plan.database(), plan.key()));
    }

    /** Orders that are answered so far; may be asked by any thread. */
    int answered() {
        Shoppers begun = shoppers;
        return begun == null ? 0 : begun.purchases().answered();
    }

    /** Fails with a {@link TestFailure} when the test can't be carried out. */
    Future<TestResult> run() {
        return shop.catalogue()
                .recover(failure -> Future.failedFuture(closed(failure)))
                .compose(catalogue -> run(catalogue, segments(catalogue)));
    }

    /** Forms are filled in before the clock starts; the test's number is also the seed of what is ordered. */
    private Future<TestResult> run(Catalogue catalogue, List<Segment> segments) {
        return vertx.executeBlocking(() ->
                        new OrderForms(catalogue, testId).fill(plan.orders(), segments, testId))
                .compose(forms -> shop(segments, requireNonNull(forms)));
    }

    private Future<TestResult> shop(List<Segment> segments, List<Buffer> forms) {
        Shoppers begun = new Shoppers(vertx, shop, "test-" + testId, forms, plan);
        shoppers = begun;
        long drawing = vertx.setPeriodic(screen.intervalMs(), tick -> draw(begun));
        return begun.placeAll()
                .compose(purchases -> awaitEnd(purchases))
                .compose(purchases -> verify(segments, purchases))
                .onComplete(ended -> vertx.cancelTimer(drawing))
                .onComplete(ended -> screen.clear());
    }

    private List<Segment> segments(Catalogue catalogue) {
        List<Segment> segments = catalogue.named(plan.segment());
        if (segments.isEmpty()) {
            throw new TestFailure("The shop doesn't serve %s; it serves %s."
                    .formatted(plan.segment(), catalogue.segments()));
        }
        return segments;
    }

    /** Ends when everything arrived or time is up; what is missing then is the verdict's to say. */
    private Future<Purchases> awaitEnd(Purchases purchases) {
        return Patience.until(vertx, BETWEEN_LOOKS, plan.timeout(), () -> hasEnded(purchases))
                .map(ended -> purchases);
    }

    private Future<Boolean> hasEnded(Purchases purchases) {
        Future<Boolean> ended = records.progress(testId)
                .compose(progress -> progress.booked() == progress.placed()
                                && progress.booked() >= purchases.receipts().size()
                        ? records.audit(testId)
                                .map(audit -> Verdict.isComplete(progress.placed(), audit))
                        : Future.succeededFuture(false));
        return plan.tolerateFailures() ? ended.otherwise(false) : ended.recover(SystemTest::gone);
    }

    /** Looks at a test's records once more. */
    Future<TestResult> verify(TestResult earlier) {
        return verify(earlier.segments(), earlier.purchases());
    }

    private Future<TestResult> verify(List<Segment> segments, Purchases purchases) {
        Future<List<TestOrder>> orders = records.orders(testId);
        Future<Audit> audit = records.audit(testId);
        return Future.all(orders, audit)
                .map(both -> new TestResult(
                        testId,
                        segments,
                        purchases,
                        orders.result(),
                        audit.result(),
                        Verdict.of(purchases, orders.result(), audit.result())))
                .recover(SystemTest::gone);
    }

    /** How far each of the orders that are placed has come by now. */
    Future<List<Journey>> journeys() {
        return records.orders(testId)
                .map(orders -> orders.stream().map(Journey::of).toList());
    }

    private void draw(Shoppers shoppers) {
        Purchases purchases = shoppers.purchases();
        records.progress(testId)
                .map(TestRecords.Progress::booked)
                .onSuccess(booked -> screen.show(plan.orders(), purchases.answered(), booked))
                .onFailure(away -> screen.show("the system doesn't answer: " + away.getMessage()));
    }

    private TestFailure closed(Throwable failure) {
        return new TestFailure(
                "No shop answers at %s (%s). Is the system running? ./acme run starts it."
                        .formatted(plan.api(), failure.getMessage()));
    }

    private static <T> Future<T> gone(Throwable failure) {
        return Future.failedFuture(
                new TestFailure(
                        "The orders can't be looked up: " + failure.getMessage()
                                + ". Is --database right? With --tolerate-failures the test waits for a system that is away."));
    }
}
