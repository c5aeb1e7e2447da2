package com.acmecorp.app.systemtest;

import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A load of customers that is under way. */
final class RunningCustomers implements Load {

    private final Vertx vertx;
    private final Crowd crowd;
    private final int orders;
    private final Future<Purchases> placed;

    private RunningCustomers(Vertx vertx, Crowd crowd, int orders) {
        this.vertx = vertx;
        this.crowd = crowd;
        this.orders = orders;
        this.placed = onEventLoop(crowd::placeAll);
    }

    static RunningCustomers begin(Vertx vertx, Crowd crowd, int orders) {
        return new RunningCustomers(vertx, crowd, orders);
    }

    @Override
    public int answered() {
        return crowd.answered();
    }

    @Override
    public boolean allAnswered() {
        return hasEnded() || answered() >= orders;
    }

    @Override
    public boolean hasEnded() {
        return placed.isComplete();
    }

    @Override
    public TestOutcome outcome() {
        return outcome(crowd::awaitEnd);
    }

    @Override
    public TestOutcome outcomeNow() {
        return outcome(crowd::look);
    }

    @Override
    public List<Journey> journeys() {
        return onEventLoop(crowd::journeys).await();
    }

    List<Probe> ask(String segment, int atOnce) {
        List<Future<Probe>> probes = Stream.generate(() -> onEventLoop(() -> crowd.ask(segment)))
                .limit(atOnce)
                .toList();
        return Future.all(probes).<List<Probe>>map(CompositeFuture::list).await();
    }

    private TestOutcome outcome(Supplier<Future<TestOutcome>> look) {
        return onEventLoop(() -> placed.compose(all -> look.get()))
                .otherwise(failure ->
                        new TestOutcome(0, 0, List.of(String.valueOf(failure)), List.of()))
                .await();
    }

    private <T> Future<T> onEventLoop(Supplier<Future<T>> work) {
        Promise<T> result = Promise.promise();
        vertx.runOnContext(begin -> work.get().onComplete(result));
        return result.future();
    }
}
