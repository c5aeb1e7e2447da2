package com.acmecorp.aws;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The calls that one queue is read with. */
final class Queue {

    /** What SQS takes in one call. */
    static final int MOST_IN_A_CALL = 10;

    private final Vertx vertx;
    private final SqsAsyncClient client;
    private final SqsConfig config;
    private final String url;

    private Queue(Vertx vertx, SqsAsyncClient client, SqsConfig config, String url) {
        this.vertx = vertx;
        this.client = client;
        this.config = config;
        this.url = url;
    }

    /**
     * Looks a queue up.
     *
     * @return fails with a {@link com.acmecorp.platform.problem.ProblemException} that says what to do
     */
    static Future<Queue> named(String name, Vertx vertx, SqsAsyncClient client, SqsConfig config) {
        return SdkCalls.onLoop(vertx, client.getQueueUrl(request -> request.queueName(name)))
                .map(GetQueueUrlResponse::queueUrl)
                .map(url -> new Queue(vertx, client, config, url))
                .recover(failure -> Future.failedFuture(
                        Problem.of(Kind.UNAVAILABLE, sentence(name, failure)).asException()));
    }

    private static String sentence(String name, Throwable failure) {
        return failure instanceof QueueDoesNotExistException
                ? "there is no queue %s in this account and region; deploy/aws makes one for each subscription, sqs.queuePrefix begins their names"
                        .formatted(name)
                : "the queue %s can't be looked up: %s".formatted(name, SdkCalls.reason(failure));
    }

    /** Waits for messages, so many at the most; can be cancelled. */
    CompletableFuture<ReceiveMessageResponse> receive(int most) {
        return client.receiveMessage(request -> request.queueUrl(url)
                .maxNumberOfMessages(most)
                .waitTimeSeconds(config.waitSeconds())
                .visibilityTimeout(config.visibilitySeconds())
                .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                .overrideConfiguration(
                        override -> override.apiCallTimeout(AwsClients.receiveTimeout(config))));
    }

    /**
     * Deletes messages, ten at the most.
     *
     * @return the errors of those that couldn't be deleted
     */
    Future<List<BatchResultErrorEntry>> delete(List<Message> messages) {
        List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id(String.valueOf(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .build())
                .toList();
        return SdkCalls.onLoop(
                        vertx,
                        client.deleteMessageBatch(
                                request -> request.queueUrl(url).entries(entries)))
                .map(response -> response.failed());
    }

    /** Keeps messages, ten at the most, hidden for that time from now; 0 shows them at once. */
    Future<?> hide(List<Message> messages, int seconds) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id(String.valueOf(i))
                        .receiptHandle(messages.get(i).receiptHandle())
                        .visibilityTimeout(seconds)
                        .build())
                .toList();
        return SdkCalls.onLoop(
                vertx,
                client.changeMessageVisibilityBatch(
                        request -> request.queueUrl(url).entries(entries)));
    }
}
