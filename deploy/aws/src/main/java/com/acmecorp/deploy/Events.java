package com.acmecorp.deploy;

import com.acmecorp.events.EventType;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.BaseArchiveProps;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bus in place of Vert.x's: per subscription a rule, a queue and a queue for what could not be
 * handled, all made from {@code subscriptions.json}. What EventBridge itself could not bring to a
 * queue ends in one more, whose messages say which rule and why.
 */
final class Events extends Construct {

    static final String BUS = "acme";
    static final String UNDELIVERABLE = "acme-undeliverable";
    private static final int ATTEMPTS = 8;
    private static final Duration ARCHIVED = Duration.days(30);
    private static final Duration KEPT = Duration.days(4);

    /** Longer than a queue keeps its messages, for their age counts from when they were sent. */
    private static final Duration KEPT_WHEN_DEAD = Duration.days(14);

    private final EventBus bus;
    private final Queue undeliverable;
    private final List<Delivery> deliveries;

    Events(Construct scope) {
        super(scope, "Events");
        bus = EventBus.Builder.create(this, "Bus").eventBusName(BUS).build();
        bus.archive(
                "Archive",
                BaseArchiveProps.builder()
                        .archiveName(BUS)
                        .description("every event, to be played again after a mistake")
                        .eventPattern(EventPattern.builder().source(sources()).build())
                        .retention(ARCHIVED)
                        .build());
        undeliverable = deadLetters("Undeliverable", UNDELIVERABLE);
        deliveries = Subscriptions.all().stream().map(this::delivery).toList();
    }

    EventBus bus() {
        return bus;
    }

    Queue undeliverable() {
        return undeliverable;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /** The deliveries to one context. */
    List<Delivery> to(String context) {
        return deliveries.stream().filter(delivery -> delivery.isTo(context)).toList();
    }

    /** All that a publisher may do: our events, onto this bus, and see that the bus is there. */
    List<PolicyStatement> publishing() {
        return List.of(
                PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .actions(List.of("events:PutEvents"))
                        .resources(List.of(bus.getEventBusArn()))
                        .conditions(Map.of("StringEquals", Map.of("events:source", sources())))
                        .build(),
                PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .actions(List.of("events:DescribeEventBus"))
                        .resources(List.of(bus.getEventBusArn()))
                        .build());
    }

    private static List<String> sources() {
        return Stream.of(EventType.values()).map(EventType::source).distinct().toList();
    }

    private Delivery delivery(Subscription subscription) {
        String name = Delivery.name(subscription);
        Queue deadLetters = deadLetters(subscription.subscriber() + ".dead", name + "-dlq");
        Queue queue = queue(subscription.subscriber(), name)
                .retentionPeriod(KEPT)
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(ATTEMPTS)
                        .build())
                .build();
        return new Delivery(subscription, rule(subscription, name, queue), queue, deadLetters);
    }

    private Rule rule(Subscription subscription, String name, Queue queue) {
        return Rule.Builder.create(this, subscription.subscriber() + ".rule")
                .ruleName(name)
                .description(subscription.event().wireName() + " to " + subscription.subscriber())
                .eventBus(bus)
                .eventPattern(pattern(subscription))
                .targets(List.of(SqsQueue.Builder.create(queue)
                        .deadLetterQueue(undeliverable)
                        .retryAttempts(185)
                        .maxEventAge(Duration.hours(24))
                        .build()))
                .build();
    }

    private static EventPattern pattern(Subscription subscription) {
        EventPattern.Builder pattern = EventPattern.builder()
                .source(List.of(subscription.event().source()))
                .detailType(List.of(subscription.event().wireName()));
        if (subscription.testOrdersOnly()) {
            pattern.detail(Map.of(
                    "metadata", Map.of("testId", List.of(Map.of("numeric", List.of(">", 0))))));
        }
        return pattern.build();
    }

    private Queue deadLetters(String id, String name) {
        Queue queue = queue(id, name).retentionPeriod(KEPT_WHEN_DEAD).build();
        Reviewed.accept(queue, "AwsSolutions-SQS3", "It is a dead letter queue itself.");
        return queue;
    }

    /** The subscriber extends the time for as long as it works, so it may be short. */
    private Queue.Builder queue(String id, String name) {
        return Queue.Builder.create(this, id)
                .queueName(name)
                .visibilityTimeout(Duration.seconds(30))
                .receiveMessageWaitTime(Duration.seconds(20))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true);
    }
}
