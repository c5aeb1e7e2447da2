package com.acmecorp.platform.events;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;

import java.util.List;

/** Events on the Vert.x event bus, in this process or over a cluster: one request per target, its reply the outcomes. */
public final class BusEventPublisher implements EventPublisher {

    private final Vertx vertx;
    private final DeliveryOptions options;

    /**
     * A publisher on that bus.
     *
     * @param replyTimeoutMs after which a target that hasn't answered counts as failed
     */
    public BusEventPublisher(Vertx vertx, long replyTimeoutMs) {
        this.vertx = vertx;
        this.options = new DeliveryOptions().setSendTimeout(replyTimeoutMs);
    }

    @Override
    public List<String> targets(OrderEvent event) {
        return Subscriptions.of(event).stream().map(Subscription::subscriber).toList();
    }

    @Override
    public Future<Outcomes> publish(String target, EventBatch batch) {
        return vertx.eventBus()
                .<Outcomes>request(BusSubscriber.address(target), batch, options)
                .map(Message::body)
                .otherwise(failure ->
                        Outcomes.all(batch.events().size(), notAnswered(target, failure)));
    }

    /** Nobody there says nothing about the event; somebody who doesn't answer may do so because of it. */
    private static Outcome notAnswered(String target, Throwable failure) {
        return failure instanceof ReplyException reply
                        && reply.failureType() == ReplyFailure.NO_HANDLERS
                ? Outcome.noSubscriber("nobody listens for " + target)
                : Outcome.failed(target + " can't be reached: " + failure.getMessage(), true);
    }
}
