package com.acmecorp.aws.testing;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * AWS on this machine, on ports of its own: EventBridge as a fake, SQS as ElasticMQ, set up from the template that
 * {@code deploy/aws} deploys.
 */
public final class FakeCloud implements AutoCloseable {

    private static final StaticCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("anyone", "anything"));
    private static final long CLOSE_TIMEOUT_S = 10;

    private final Vertx vertx = Vertx.vertx();
    private final SQSRestServer queues;
    private final String queuesEndpoint;
    private final SqsAsyncClient sqs;
    private final Deliveries deliveries;
    private final FakeEventBridge eventBridge;

    private FakeCloud() {
        queues = SQSRestServerBuilder.withPort(0).withInterface("127.0.0.1").start();
        queuesEndpoint =
                "http://127.0.0.1:" + queues.waitUntilStarted().localAddress().getPort();
        sqs = SqsAsyncClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .endpointOverride(URI.create(queuesEndpoint))
                .build();
        deliveries = new Deliveries(vertx, sqs);
        eventBridge = new FakeEventBridge(vertx, deliveries);
        // Where the SDK of the system under test looks, too.
        System.setProperty("aws.accessKeyId", "anyone");
        System.setProperty("aws.secretAccessKey", "anything");
    }

    /** Starts it, with nothing in it. */
    public static FakeCloud empty() {
        return new FakeCloud();
    }

    /** Starts it with all that the template has for events. */
    public static FakeCloud fromTemplate() {
        FakeCloud cloud = new FakeCloud();
        CloudTemplate template = CloudTemplate.read();
        template.makeQueues(cloud.sqs);
        try (EventBridgeAsyncClient events = cloud.eventBridgeClient()) {
            template.makeBus(events);
        }
        return cloud;
    }

    /** What a system must be told to use it. */
    public Map<String, String> settings() {
        return Map.of(
                "events.transport",
                "eventbridge",
                "aws.region",
                "eu-west-1",
                "eventbridge.endpoint",
                eventBridge.endpoint(),
                "sqs.endpoint",
                queuesEndpoint);
    }

    public EventBridgeAsyncClient eventBridgeClient() {
        return EventBridgeAsyncClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(ANYONE)
                .endpointOverride(URI.create(eventBridge.endpoint()))
                .build();
    }

    public SqsAsyncClient sqs() {
        return sqs;
    }

    /** EventBridge refuses the next calls of PutEvents. */
    public void throttle(int calls) {
        eventBridge.throttle(calls);
    }

    /** EventBridge says for each entry of PutEvents whether it fails, and with which code. */
    public void failEntries(Function<JsonObject, Optional<String>> fault) {
        eventBridge.failEntries(fault);
    }

    public void eventBridgeGoesDown() {
        eventBridge.goDown();
    }

    public void eventBridgeComesBack() {
        eventBridge.comeBack();
    }

    /** Whether every event reaches its queues twice and in any order. */
    public void deliverTwiceInAnyOrder(boolean badly) {
        deliveries.twiceInAnyOrder(badly);
    }

    /** How many messages are in a queue, hidden ones included. */
    public int count(String queue) {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(request ->
                        request.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
                .join()
                .attributes();
        return number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    /** The queues that aren't empty, dead-letter queues included, and how many messages each has. */
    public Map<String, Integer> messages() {
        return sqs.listQueues().join().queueUrls().stream()
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .map(queue -> Map.entry(queue, count(queue)))
                .filter(queue -> queue.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Integer.parseInt(attributes.getOrDefault(name, "0"));
    }

    public String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).join().queueUrl();
    }

    @Override
    public void close() {
        sqs.close();
        // Not awaited: it lets calls that were cut off wait for their end, which is nobody's
        // business any more.
        queues.stopAndGetFuture();
        try {
            vertx.close().await(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
