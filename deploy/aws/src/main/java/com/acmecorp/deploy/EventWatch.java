package com.acmecorp.deploy;

import static com.acmecorp.deploy.Alarms.metric;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Watches the way of the events, from the bus to the last queue. */
final class EventWatch {

    private static final String EVENTS = "AWS/Events";
    private static final String QUEUES = "AWS/SQS";

    /** An order should take seconds from step to step; minutes are somebody's trouble. */
    private static final int OLDEST_SECONDS = 120;

    private static final int LATENCY_MS = 10_000;

    private final Alarms alarms;
    private final Map<Delivery, Alarm> dead = new LinkedHashMap<>();

    EventWatch(Alarms alarms, Events events) {
        this.alarms = alarms;
        watchBus();
        events.deliveries().forEach(this::watch);
    }

    /** Those that ring when a context gives up an event. */
    List<Alarm> deadLettersOf(String context) {
        return dead.entrySet().stream()
                .filter(alarm -> alarm.getKey().isTo(context))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void watchBus() {
        alarms.above(
                "put-events-failed",
                "EventBridge refused events. The journal sends them again; see the database's log.",
                metric(EVENTS, "PutEventsFailedEntriesCount", "Sum", Map.of()),
                0);
        alarms.above(
                "event-latency",
                "Events wait long between the bus and their queues.",
                metric(EVENTS, "IngestionToInvocationStartLatency", "Average", Map.of()),
                LATENCY_MS,
                3);
        alarms.above(
                "undeliverable",
                "EventBridge could not bring an event to its queue. The message says why.",
                waiting(Events.UNDELIVERABLE),
                0);
    }

    private void watch(Delivery delivery) {
        String subscriber = delivery.subscription().subscriber();
        alarms.above(
                subscriber + "-failed",
                "An event could be brought neither to " + subscriber + " nor to the undeliverable.",
                failures(delivery),
                0);
        alarms.above(
                subscriber + "-oldest",
                "An event waits for " + subscriber + " for more than two minutes.",
                queue(delivery.name(), "ApproximateAgeOfOldestMessage"),
                OLDEST_SECONDS,
                2);
        dead.put(
                delivery,
                alarms.above(
                        subscriber + "-dead",
                        subscriber
                                + " gave up an event after eight attempts. Redrive it when it can"
                                + " work.",
                        waiting(delivery.name() + "-dlq"),
                        0));
    }

    private static MathExpression failures(Delivery delivery) {
        return MathExpression.Builder.create()
                .expression("FILL(failed, 0) + FILL(lost, 0)")
                // In order, or the template would be another one each time.
                .usingMetrics(new TreeMap<>(Map.of(
                        "failed", rule(delivery, "FailedInvocations"),
                        "lost", rule(delivery, "InvocationsFailedToBeSentToDlq"))))
                .period(Duration.minutes(1))
                .build();
    }

    private static Metric rule(Delivery delivery, String name) {
        return metric(
                EVENTS,
                name,
                "Sum",
                Map.of("EventBusName", Events.BUS, "RuleName", delivery.name()));
    }

    private static Metric waiting(String queue) {
        return queue(queue, "ApproximateNumberOfMessagesVisible");
    }

    private static Metric queue(String queue, String name) {
        return metric(QUEUES, name, "Maximum", Map.of("QueueName", queue));
    }
}
