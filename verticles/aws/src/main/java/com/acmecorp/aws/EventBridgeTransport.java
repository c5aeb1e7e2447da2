package com.acmecorp.aws;

import com.acmecorp.events.Subscriptions;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Subscriber;
import com.acmecorp.platform.events.Transport;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.util.concurrent.TimeUnit;

/** Events by EventBridge, whose rules send them on to one SQS queue for each subscription. */
public final class EventBridgeTransport implements Transport {

    /** Besides the calls that wait for messages, those that delete and hide them. */
    private static final int FURTHER_CALLS = 2;

    private static final int CLOSE_TIMEOUT_MS = 1_000;

    private final Vertx vertx;
    private final SdkEventLoopGroup threads;
    private final EventBridgeAsyncClient eventBridge;
    private final SqsAsyncClient sqs;
    private final EventPublisher publisher;
    private final Subscriber subscriber;

    /**
     * Makes the clients; calls nobody yet.
     *
     * @param handlerTimeoutMs after which an event that is still being handled counts as failed
     */
    public EventBridgeTransport(Vertx vertx, AwsConfig config, long handlerTimeoutMs) {
        int connections = Subscriptions.all().size() * (config.sqs().pollers() + FURTHER_CALLS);
        this.vertx = vertx;
        this.threads = SdkEventLoopGroup.builder().numberOfThreads(1).build();
        this.eventBridge = AwsClients.eventBridge(config, threads);
        this.sqs = AwsClients.sqs(config, threads, connections);
        this.publisher = new EventBridgePublisher(vertx, eventBridge, config.eventBridge());
        this.subscriber = new SqsSubscriber(vertx, sqs, config.sqs(), handlerTimeoutMs);
    }

    @Override
    public EventPublisher publisher() {
        return publisher;
    }

    @Override
    public Subscriber subscriber() {
        return subscriber;
    }

    @Override
    public Future<?> close() {
        return vertx.executeBlocking(this::closeClients);
    }

    private @Nullable Void closeClients() {
        eventBridge.close();
        sqs.close();
        threads.eventLoopGroup()
                .shutdownGracefully(0, CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .syncUninterruptibly();
        return null;
    }
}
