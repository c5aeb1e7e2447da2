package com.acmecorp.aws;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.events.EventHandler;
import com.acmecorp.platform.events.Subscriber;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.util.function.Function;

/** Listens to queues, one for each subscription. */
final class SqsSubscriber implements Subscriber {

    private final Vertx vertx;
    private final SqsAsyncClient client;
    private final SqsConfig config;
    private final long handlerTimeoutMs;

    /**
     * A subscriber.
     *
     * @param handlerTimeoutMs after which an event that is still being handled counts as failed
     */
    SqsSubscriber(Vertx vertx, SqsAsyncClient client, SqsConfig config, long handlerTimeoutMs) {
        this.vertx = vertx;
        this.client = client;
        this.config = config;
        this.handlerTimeoutMs = handlerTimeoutMs;
    }

    @Override
    public <E extends OrderEvent> Future<Void> subscribe(
            String subscriber, Class<E> event, Function<E, Future<?>> handler) {
        EventHandler<E> events = new EventHandler<>(subscriber, event, handler, handlerTimeoutMs);
        Context listener = vertx.getOrCreateContext();
        return Queue.named(config.queueOf(subscriber), vertx, client, config)
                .map(queue -> new QueueReader(listener, queue, config, events))
                .compose(reader -> read(reader, listener));
    }

    private Future<Void> read(QueueReader reader, Context listener) {
        return vertx.deployVerticle(new Reading(reader, listener))
                .onSuccess(deployed -> reader.start())
                .mapEmpty();
    }

    /**
     * Ties a reader to the verticle that listens: what a verticle deploys goes down with it, and before it. The reader
     * itself stays on the listener's event loop, where the handlers belong.
     */
    private static final class Reading extends VerticleBase {

        private final QueueReader reader;
        private final Context listener;

        Reading(QueueReader reader, Context listener) {
            this.reader = reader;
            this.listener = listener;
        }

        @Override
        public Future<?> stop() {
            Promise<Void> stopped = Promise.promise();
            listener.runOnContext(go -> reader.stop().onComplete(stopped));
            return stopped.future();
        }
    }
}
