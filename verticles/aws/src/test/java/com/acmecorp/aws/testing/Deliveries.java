package com.acmecorp.aws.testing;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Takes events from rules to queues: once and at once, or as badly as EventBridge and SQS are allowed to. */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int LATEST_MS = 400;

    private final Vertx vertx;
    private final SqsAsyncClient sqs;
    private final Map<String, String> urls = new ConcurrentHashMap<>();
    private volatile boolean twiceInAnyOrder;

    Deliveries(Vertx vertx, SqsAsyncClient sqs) {
        this.vertx = vertx;
        this.sqs = sqs;
    }

    /** Whether everything comes twice, each time a little later than it should. */
    void twiceInAnyOrder(boolean badly) {
        twiceInAnyOrder = badly;
    }

    void deliver(String queueArn, JsonObject event) {
        String message = event.encode();
        if (twiceInAnyOrder) {
            later(queueArn, message);
            later(queueArn, message);
        } else {
            send(queueArn, message);
        }
    }

    private void later(String queueArn, String message) {
        long delayMs = ThreadLocalRandom.current().nextLong(1, LATEST_MS);
        vertx.setTimer(delayMs, passed -> send(queueArn, message));
    }

    private void send(String queueArn, String message) {
        String url = urls.computeIfAbsent(queueArn, this::url);
        sqs.sendMessage(request -> request.queueUrl(url).messageBody(message))
                .exceptionally(failure -> {
                    LOG.error("the fake lost a message", failure);
                    return null;
                });
    }

    private String url(String queueArn) {
        String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
        return sqs.getQueueUrl(request -> request.queueName(name)).join().queueUrl();
    }
}
