package com.acmecorp.app.systemtest;

import static java.util.Objects.requireNonNull;

import com.acmecorp.app.systemtest.Catalogue.Segment;
import com.acmecorp.app.systemtest.CustomerRecords.Conservation;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Customers from their orders to their deliveries, and what they note on the way. Runs on one event loop. */
final class Crowd {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final long NO_TEST = 0;

    private final Vertx vertx;
    private final TestPlan plan;
    private final Screen screen;
    private final Postbox postbox;
    private final Witness witness;
    private final Shop shop;
    private final CustomerRecords records;
    private final long seed = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);

    /** By key, because an order's number isn't known before it is acknowledged. */
    private final Map<String, Boolean> paysUpfront = new HashMap<>();

    private final Notes notes;
    private volatile @Nullable Begun begun;

    /** What is there once the shop has said what it sells. */
    private record Begun(
            Catalogue catalogue,
            OrderForms forms,
            Shoppers shoppers,
            Bookers bookers,
            long drawing) {

        Purchases purchases() {
            return shoppers.purchases();
        }
    }

    /**
     * A crowd that hasn't come yet.
     *
     * @param notes of all crowds, to which this one adds its own
     */
    Crowd(
            Vertx vertx,
            TestPlan plan,
            Screen screen,
            Postbox postbox,
            Witness witness,
            Notes notes) {
        HttpClient http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS),
                new PoolOptions().setHttp1MaxSize(plan.concurrency() * 2));
        this.vertx = vertx;
        this.plan = plan;
        this.screen = screen;
        this.postbox = postbox;
        this.witness = witness;
        this.notes = notes;
        this.shop = new Shop(http, plan.api());
        this.records = new CustomerRecords(new GraphQl(http, plan.database(), plan.key()));
    }

    /** Orders that are answered so far; may be asked by any thread. */
    int answered() {
        Begun now = begun;
        return now == null ? 0 : now.purchases().answered();
    }

    /** Ends when every order was answered or given up; their deliveries are booked as their mails come. */
    Future<Purchases> placeAll() {
        Future<Catalogue> catalogue = shop.catalogue();
        Future<List<String>> times = shop.deliveryTimes();
        Future<Conservation> before = records.conservation().onSuccess(notes::begin);
        return Future.all(catalogue, times, before)
                .compose(open -> fill(new OrderForms(catalogue.result(), seed), catalogue.result()))
                .compose(filled -> place(catalogue.result(), times.result(), filled));
    }

    private Future<Filled> fill(OrderForms forms, Catalogue catalogue) {
        return vertx.executeBlocking(
                        () -> forms.fill(plan.orders(), catalogue.named(plan.segment()), NO_TEST))
                .map(filled -> new Filled(forms, requireNonNull(filled)));
    }

    /** The forms of the plan, and where more of them come from. */
    private record Filled(OrderForms source, List<Buffer> forms) {}

    private Future<Purchases> place(Catalogue catalogue, List<String> times, Filled filled) {
        Context here = vertx.getOrCreateContext();
        Bookers bookers = new Bookers(vertx, shop, times, new Random(seed), plan.timeout());
        postbox.readBy(link -> here.runOnContext(mail -> bookers.choose(link)));
        for (int n = 0; n < filled.forms().size(); n++) {
            note(test() + "-" + n, filled.forms().get(n));
        }
        Shoppers shoppers = new Shoppers(vertx, shop, test(), filled.forms(), plan);
        long drawing = vertx.setPeriodic(
                screen.intervalMs(),
                tick -> screen.show(
                        plan.orders(), shoppers.purchases().answered(), bookers.booked()));
        begun = new Begun(catalogue, filled.source(), shoppers, bookers, drawing);
        return shoppers.placeAll();
    }

    private String test() {
        return "customers-" + seed;
    }

    private void note(String key, Buffer form) {
        paysUpfront.put(
                key, form.toJsonObject().getString("customerType").equals(Verdict.PAYS_UPFRONT));
    }

    /** One more customer, whose order counts where it is acknowledged and is forgotten where it isn't. */
    Future<Probe> ask(String segment) {
        Begun now = requireNonNull(begun, "the crowd hasn't come yet");
        List<Segment> segments = now.catalogue().named(segment);
        Buffer form = now.forms().fill(1, segments, NO_TEST).getFirst();
        String key = test() + "-" + paysUpfront.size();
        note(key, form);
        long askedAt = System.nanoTime();
        return shop.createOrder(key, form).map(answer -> note(key, answer, askedAt));
    }

    private Probe note(String key, Answer answer, long askedAt) {
        if (answer instanceof Answer.Acknowledged order) {
            requireNonNull(begun).purchases().acknowledge(key, order.orderId(), askedAt);
        }
        return Probe.of(answer, Duration.ofNanos(System.nanoTime() - askedAt));
    }

    /** Ends when everything arrived or time is up; what is missing then is among the differences. */
    Future<TestOutcome> awaitEnd() {
        return Patience.until(vertx, BETWEEN_LOOKS, plan.timeout(), this::isWhole)
                .compose(ended -> look())
                .onComplete(ended -> vertx.cancelTimer(requireNonNull(begun).drawing()))
                .onComplete(ended -> screen.clear());
    }

    /** Mails are the last that comes of an order, and are cheap to count. */
    private Future<Boolean> isWhole() {
        return postbox.isCompleteFor(requireNonNull(begun).purchases().acknowledged())
                ? look().map(outcome -> outcome.differences().isEmpty()).otherwise(false)
                : Future.succeededFuture(false);
    }

    Future<List<Journey>> journeys() {
        return records.orders(requireNonNull(begun).purchases().acknowledged())
                .map(orders ->
                        orders.values().stream().map(CustomerOrder::journey).toList());
    }

    /** Looks at all that this crowd was promised, and at the sums of all crowds. */
    Future<TestOutcome> look() {
        Begun now = requireNonNull(begun);
        now.purchases()
                .receipts()
                .forEach(receipt -> notes.acknowledged(
                        receipt.orderId(), requireNonNull(paysUpfront.get(receipt.key()))));
        Future<Map<Long, CustomerOrder>> orders = records.orders(now.purchases().acknowledged());
        Future<Conservation> sums = records.conservation();
        Map<Long, Boolean> noted = notes.paidUpfront();
        Future<List<String>> told = vertx.executeBlocking(() -> witness.differences(noted))
                .map(sentences -> requireNonNull(sentences));
        return Future.all(orders, sums, told)
                .map(all -> verdict(now, orders.result(), sums.result(), told.result()));
    }

    private TestOutcome verdict(
            Begun now, Map<Long, CustomerOrder> orders, Conservation sums, List<String> told) {
        Purchases purchases = now.purchases();
        CustomerVerdict verdict = new CustomerVerdict(notes);
        verdict.add(purchases.differences());
        verdict.add(now.bookers().failures());
        verdict.orders(purchases.acknowledged(), orders);
        verdict.mails(purchases.acknowledged(), postbox);
        verdict.conservation(sums);
        verdict.add(told);
        return new TestOutcome(
                purchases.receipts().size(),
                purchases.interruptions().size(),
                verdict.differences(),
                List.of());
    }
}
