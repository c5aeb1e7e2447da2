package com.acmecorp.app.systemtest;

import static java.util.Objects.requireNonNull;

import com.acmecorp.app.systemtest.TestRecords.Progress;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * More shoppers than a shop can serve, for a while: each has a connection of its own, orders without a pause, and asks
 * again under the same key when it is refused. It is measured from when each has seen the catalogue, so that the making of
 * connections isn't. Runs on one event loop.
 */
final class Rush {

    private static final int FORMS = 2_000;
    private static final int CONNECT_TIMEOUT_MS = 20_000;
    private static final long AFTER_A_FAILURE_MS = 200;
    private static final long LONGEST_ARRIVAL_S = 120;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Vertx vertx;
    private final RushPlan plan;
    private final int connections;
    private final HttpClient http;
    private final Shop shop;
    private final TestRecords records;
    private final ServerHeap heap;
    private final long testId =
            ThreadLocalRandom.current().nextLong(1_000_000_000L, 10_000_000_000_000L);
    private final List<Long> acceptedNanos = new ArrayList<>();
    private final SortedMap<String, Integer> failures = new TreeMap<>();
    private List<Buffer> forms = List.of();
    private final Promise<Void> allAreHere = Promise.promise();
    private long endsAt = Long.MAX_VALUE;
    private int here;
    private long sent;
    private long accepted;
    private long refused;

    Rush(Vertx vertx, RushPlan plan, int connections) {
        TestPlan test = plan.test();
        this.vertx = vertx;
        this.plan = plan;
        this.connections = connections;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS),
                new PoolOptions().setHttp1MaxSize(connections + 2));
        this.shop = new Shop(http, test.api());
        this.records = new TestRecords(new GraphQl(http, test.database(), test.key()));
        this.heap = new ServerHeap(http, plan.metrics(), test.key());
    }

    /** Orders for as long as planned, and waits until all that was acknowledged has arrived. */
    Future<RushResult> run() {
        return shop.catalogue()
                .compose(catalogue -> vertx.executeBlocking(() -> new OrderForms(catalogue, testId)
                        .fill(FORMS, catalogue.named(plan.test().segment()), testId)))
                .compose(filled -> order(requireNonNull(filled)))
                .eventually(http::close);
    }

    /** What had been booked at a time. */
    private record Sample(long atNanos, long booked) {}

    private Future<RushResult> order(List<Buffer> filled) {
        forms = filled;
        List<Future<Void>> shoppers =
                Stream.generate(this::shopper).limit(connections).toList();
        Future<Sample> first = allAreHere
                .future()
                .timeout(LONGEST_ARRIVAL_S, TimeUnit.SECONDS)
                .compose(begun -> sample());
        Future<Sample> last = first.compose(begun -> measure());
        return last.onFailure(failure -> endsAt = 0)
                .eventually(() -> Future.join(shoppers))
                .compose(left -> Patience.until(
                        vertx, BETWEEN_LOOKS, plan.test().timeout(), this::haveAllArrived))
                .compose(waited -> Future.all(records.progress(testId), heap.megabytes()))
                .map(ended -> result(
                        first.result(),
                        last.result(),
                        ended.<Progress>resultAt(0).booked(),
                        ended.resultAt(1)));
    }

    private Future<Sample> measure() {
        endsAt = System.nanoTime() + plan.length().toNanos();
        acceptedNanos.clear();
        refused = 0;
        return vertx.timer(plan.length().toMillis(), TimeUnit.MILLISECONDS)
                .compose(over -> sample());
    }

    /** The moment in the middle of question and answer is about that of the database's look. */
    private Future<Sample> sample() {
        long askedAt = System.nanoTime();
        return records.progress(testId)
                .map(progress -> new Sample((askedAt + System.nanoTime()) / 2, progress.booked()));
    }

    private Future<Boolean> haveAllArrived() {
        return records.progress(testId)
                .map(progress ->
                        progress.booked() >= accepted && progress.booked() == progress.placed());
    }

    private RushResult result(Sample first, Sample last, long booked, long heapMb) {
        double seconds = (last.atNanos() - first.atNanos()) / 1e9;
        return new RushResult(
                connections,
                (last.booked() - first.booked()) / seconds,
                Percentiles.of(acceptedNanos.stream().mapToLong(TimeUnit.NANOSECONDS::toMillis)),
                acceptedNanos.size(),
                refused,
                failures,
                Math.max(0, accepted - booked),
                heapMb);
    }

    private Future<Void> shopper() {
        Promise<Void> done = Promise.promise();
        shop.catalogue()
                .onSuccess(open -> {
                    arrive();
                    next(done);
                })
                .onFailure(done::tryFail);
        return done.future();
    }

    private void arrive() {
        here++;
        if (here == connections) {
            allAreHere.complete();
        }
    }

    private void next(Promise<Void> done) {
        String key = "rush-" + testId + "-" + sent;
        Buffer form = forms.get((int) (sent++ % forms.size()));
        ask(key, form, done);
    }

    /** A loop by callbacks, not a chain of Futures, whose length would be the number of requests. */
    private void ask(String key, Buffer form, Promise<Void> done) {
        if (System.nanoTime() >= endsAt) {
            done.complete();
            return;
        }
        long askedAt = System.nanoTime();
        shop.createOrder(key, form)
                .onSuccess(answer -> settle(answer, askedAt, key, form, done))
                .onFailure(done::tryFail);
    }

    private void settle(Answer answer, long askedAt, String key, Buffer form, Promise<Void> done) {
        switch (answer) {
            case Answer.Acknowledged _ -> {
                accepted++;
                acceptedNanos.add(System.nanoTime() - askedAt);
                next(done);
            }
            case Answer.TryAgain later -> {
                refused++;
                askAgain(pauseMs(later), key, form, done);
            }
            case Answer.Refused _, Answer.Lost _ -> {
                failures.merge(answer.toString(), 1, Integer::sum);
                askAgain(AFTER_A_FAILURE_MS, key, form, done);
            }
        }
    }

    private long pauseMs(Answer.TryAgain later) {
        return plan.again() == Again.AT_ONCE ? 0 : later.after().toMillis();
    }

    private void askAgain(long pauseMs, String key, Buffer form, Promise<Void> done) {
        if (pauseMs == 0) {
            ask(key, form, done);
        } else {
            vertx.setTimer(pauseMs, due -> ask(key, form, done));
        }
    }
}
