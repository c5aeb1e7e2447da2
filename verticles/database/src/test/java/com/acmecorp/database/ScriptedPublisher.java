package com.acmecorp.database;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.events.Outcomes;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** A transport that notes what it is given and answers what the test says. */
final class ScriptedPublisher implements EventPublisher {

    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    volatile BiFunction<String, EventEnvelope, Outcome> answer =
            (target, event) -> Outcome.acknowledged();

    private volatile String held = "";
    private volatile Promise<Void> released = Promise.promise();

    record Delivery(String target, EventEnvelope event) {}

    @Override
    public List<String> targets(OrderEvent event) {
        return Subscriptions.of(event).stream().map(Subscription::subscriber).toList();
    }

    @Override
    public Future<Outcomes> publish(String target, EventBatch batch) {
        batch.events().forEach(event -> deliveries.add(new Delivery(target, event)));
        Future<Void> gate = target.equals(held) ? releasedHere() : Future.succeededFuture();
        return gate.map(open -> new Outcomes(batch.events().stream()
                .map(event -> answer.apply(target, event))
                .toList()));
    }

    /** On the event loop of whoever publishes, as every transport answers. */
    private Future<Void> releasedHere() {
        Context loop = Objects.requireNonNull(Vertx.currentContext());
        Promise<Void> here = Promise.promise();
        released.future().onComplete(open -> loop.runOnContext(go -> here.complete()));
        return here.future();
    }

    /** Answers that target's deliveries only after the release. */
    void hold(String target) {
        released = Promise.promise();
        held = target;
    }

    void release() {
        released.complete();
    }

    /** How often that target was given that order's event. */
    long times(String target, long orderId) {
        return deliveries.stream()
                .filter(delivery -> delivery.target().equals(target)
                        && delivery.event().detail().orderId().value() == orderId)
                .count();
    }
}
