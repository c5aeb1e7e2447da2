package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.util.List;

/** A system test that is under way. */
public final class RunningTest implements Load {

    private final Vertx vertx;
    private final SystemTest test;
    private final int orders;
    private final Future<TestResult> result;

    private RunningTest(Vertx vertx, SystemTest test, int orders, Future<TestResult> result) {
        this.vertx = vertx;
        this.test = test;
        this.orders = orders;
        this.result = result;
    }

    /**
     * Begins a test.
     *
     * @param vertx has one event loop for it
     */
    public static RunningTest begin(Vertx vertx, TestPlan plan, Screen screen) {
        SystemTest test = new SystemTest(vertx, plan, screen);
        Promise<TestResult> result = Promise.promise();
        vertx.runOnContext(begin -> test.run().onComplete(result));
        return new RunningTest(vertx, test, plan.orders(), result.future());
    }

    @Override
    public int answered() {
        return test.answered();
    }

    @Override
    public boolean allAnswered() {
        return hasEnded() || test.answered() >= orders;
    }

    @Override
    public boolean hasEnded() {
        return result.isComplete();
    }

    TestResult result() {
        return result.await();
    }

    @Override
    public TestOutcome outcome() {
        return outcome(result);
    }

    @Override
    public TestOutcome outcomeNow() {
        Promise<TestResult> again = Promise.promise();
        vertx.runOnContext(look -> result.compose(test::verify).onComplete(again));
        return outcome(again.future());
    }

    @Override
    public List<Journey> journeys() {
        Promise<List<Journey>> found = Promise.promise();
        vertx.runOnContext(look -> test.journeys().onComplete(found));
        return found.future().await();
    }

    private static TestOutcome outcome(Future<TestResult> result) {
        return result.map(TestOutcome::of)
                .otherwise(failure ->
                        new TestOutcome(0, 0, List.of(String.valueOf(failure)), List.of()))
                .await();
    }
}
