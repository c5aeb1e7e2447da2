package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Journey;
import com.acmecorp.app.systemtest.Load;
import com.acmecorp.app.systemtest.TestOutcome;
import com.acmecorp.app.systemtest.TestPlan;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Customers who each run an errand, some at a time. When all are done, shop and third parties must agree. */
final class Errands implements Load {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration UNTIL_ALL_AGREE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Supplier<List<String>> verdict;
    private final AtomicInteger done = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final int count;

    /**
     * Begins.
     *
     * @param first number of the first customer
     * @param verdict how shop and parties differ, each a sentence
     */
    Errands(TestPlan plan, Errand errand, int first, Supplier<List<String>> verdict) {
        this.verdict = verdict;
        this.count = plan.orders();
        ErrandShop shop = new ErrandShop(new ShopDoor(HttpClient.newHttpClient(), plan.api()));
        Semaphore atOnce = new Semaphore(plan.concurrency());
        for (int n = 0; n < count; n++) {
            int number = first + n;
            Thread.ofVirtual().start(() -> run(shop, errand, number, atOnce));
        }
    }

    private void run(ErrandShop shop, Errand errand, int number, Semaphore atOnce) {
        atOnce.acquireUninterruptibly();
        try {
            errand.run(shop, number);
        } catch (RuntimeException e) {
            failures.add("customer %d: %s".formatted(number, e));
        } finally {
            atOnce.release();
            done.incrementAndGet();
        }
    }

    @Override
    public int answered() {
        return done.get();
    }

    @Override
    public boolean allAnswered() {
        return done.get() == count;
    }

    @Override
    public boolean hasEnded() {
        return allAnswered();
    }

    @Override
    public List<Journey> journeys() {
        return List.of();
    }

    @Override
    public TestOutcome outcome() {
        Waiting.until(this::allAnswered, BETWEEN_LOOKS, LONGEST);
        Waiting.until(() -> verdict.get().isEmpty(), BETWEEN_LOOKS, UNTIL_ALL_AGREE);
        return outcomeNow();
    }

    @Override
    public TestOutcome outcomeNow() {
        List<String> differences = new ArrayList<>(failures);
        differences.addAll(verdict.get());
        return new TestOutcome(done.get() - failures.size(), 0, differences, List.of());
    }
}
