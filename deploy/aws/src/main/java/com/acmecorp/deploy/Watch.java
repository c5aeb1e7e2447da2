package com.acmecorp.deploy;

import static com.acmecorp.deploy.Alarms.metric;

import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.MetricFilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is watched, from the journal's way out to the last queue. The alarms that tell a bad version
 * are also those on which its deployment is undone.
 */
final class Watch {

    private static final String EVENTS = "AWS/Events";
    private static final String QUEUES = "AWS/SQS";
    private static final String LOAD_BALANCER = "AWS/ApplicationELB";
    private static final String DATABASE = "AWS/RDS";
    private static final String INSIGHTS = "ECS/ContainerInsights";
    private static final String OWN = "ACME";

    /** An order should take seconds from step to step; minutes are somebody's trouble. */
    private static final int OLDEST_SECONDS = 120;

    private static final int LATENCY_MS = 10_000;

    private final Alarms alarms;

    Watch(Alarms alarms) {
        this.alarms = alarms;
    }

    /** The bus, the rules and the queues. */
    void over(Events events) {
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
        events.deliveries().forEach(this::over);
    }

    private void over(Delivery delivery) {
        String subscriber = delivery.subscription().subscriber();
        alarms.above(
                subscriber + "-failed",
                "A rule could not invoke its target.",
                metric(
                        EVENTS,
                        "FailedInvocations",
                        "Sum",
                        Map.of("EventBusName", Events.BUS, "RuleName", delivery.name())),
                0);
        alarms.above(
                subscriber + "-oldest",
                "An event waits for " + subscriber + " for more than two minutes.",
                metric(
                        QUEUES,
                        "ApproximateAgeOfOldestMessage",
                        "Maximum",
                        Map.of("QueueName", delivery.name())),
                OLDEST_SECONDS,
                2);
    }

    /** A service: its tasks, its log, its dead letters and, where there is one, its public door. */
    void over(ServiceSpec spec, ContextService service, Services services, Parts parts) {
        List<Alarm> ofDeployment = new ArrayList<>();
        ofDeployment.add(errors(spec, service));
        parts.events().to(spec.context()).forEach(delivery -> ofDeployment.add(dead(delivery)));
        if (spec.isPublic()) {
            ofDeployment.add(fiveHundreds(spec, parts.door()));
        }
        service.rollBackOn(ofDeployment);
        alarms.below(
                spec.context() + "-tasks",
                "Fewer tasks of " + spec.context() + " run than should at the least.",
                metric(
                        INSIGHTS,
                        "RunningTaskCount",
                        "Average",
                        Map.of(
                                "ClusterName",
                                services.cluster().getClusterName(),
                                "ServiceName",
                                spec.context())),
                spec.minTasks(),
                5);
    }

    /** What a service is judged by, beside itself. */
    record Parts(Events events, PublicDoor door) {}

    private Alarm errors(ServiceSpec spec, ContextService service) {
        String name = spec.context() + "-errors";
        MetricFilter.Builder.create(alarms, name + "-filter")
                .logGroup(service.log())
                .filterPattern(FilterPattern.stringValue("$.level", "=", "ERROR"))
                .metricNamespace(OWN)
                .metricName(name)
                .metricValue("1")
                .build();
        return alarms.above(
                name,
                spec.context() + " logged an ERROR: someone should look now.",
                metric(OWN, name, "Sum", Map.of()),
                0);
    }

    private Alarm dead(Delivery delivery) {
        String subscriber = delivery.subscription().subscriber();
        return alarms.above(
                subscriber + "-dead",
                subscriber + " gave up an event after eight attempts. Redrive it when it can work.",
                waiting(delivery.name() + "-dlq"),
                0);
    }

    private Alarm fiveHundreds(ServiceSpec spec, PublicDoor door) {
        return alarms.above(
                spec.context() + "-5xx",
                spec.context() + " answers shoppers with 5xx.",
                door.fiveHundredsOf(spec),
                5,
                2);
    }

    /** The load balancer's own failures: no task was there to ask. */
    void over(PublicDoor door) {
        alarms.above(
                "door-5xx",
                "The load balancer found nobody to answer shoppers.",
                metric(
                        LOAD_BALANCER,
                        "HTTPCode_ELB_5XX_Count",
                        "Sum",
                        Map.of("LoadBalancer", door.loadBalancer().getLoadBalancerFullName())),
                5,
                2);
    }

    void over(OrderData data) {
        alarms.above(
                "database-capacity",
                "Aurora is at its largest size; raise it or find what is slow.",
                ofDatabase("ACUUtilization", "Average"),
                90,
                10);
        alarms.above(
                "database-commit",
                "A commit takes more than 100 ms.",
                ofDatabase("CommitLatency", "Average"),
                100,
                5);
        alarms.above(
                "database-lag",
                "The reader is more than a second behind.",
                ofDatabase("AuroraReplicaLagMaximum", "Maximum"),
                1_000,
                5);
    }

    private static Metric ofDatabase(String name, String statistic) {
        return metric(DATABASE, name, statistic, Map.of("DBClusterIdentifier", OrderData.NAME));
    }

    private static Metric waiting(String queue) {
        return metric(
                QUEUES,
                "ApproximateNumberOfMessagesVisible",
                "Maximum",
                Map.of("QueueName", queue));
    }
}
