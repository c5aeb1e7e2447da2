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
 * Watches the services, their public door and the database. The alarms that tell a bad version are
 * also those on which its deployment is undone.
 */
final class Watch {

    private static final String LOAD_BALANCER = "AWS/ApplicationELB";
    private static final String DATABASE = "AWS/RDS";
    private static final String INSIGHTS = "ECS/ContainerInsights";
    private static final String OWN = "ACME";

    private final Alarms alarms;
    private final EventWatch events;
    private final PublicDoor door;

    Watch(Alarms alarms, EventWatch events, PublicDoor door) {
        this.alarms = alarms;
        this.events = events;
        this.door = door;
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

    /** A service: its tasks, its log, its dead letters and, where there is one, its public door. */
    void over(ServiceSpec spec, ContextService service, String cluster) {
        List<Alarm> ofDeployment = new ArrayList<>(events.deadLettersOf(spec.context()));
        ofDeployment.add(errors(spec, service));
        if (spec.isPublic()) {
            ofDeployment.add(fiveHundreds(spec));
        }
        service.rollBackOn(ofDeployment);
        alarms.below(
                spec.context() + "-tasks",
                "Fewer tasks of " + spec.context() + " run than should at the least.",
                metric(
                        INSIGHTS,
                        "RunningTaskCount",
                        "Average",
                        Map.of("ClusterName", cluster, "ServiceName", spec.context())),
                spec.minTasks(),
                5);
    }

    /** Aurora: its size, its speed and whether the reader could take over. */
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

    private Alarm fiveHundreds(ServiceSpec spec) {
        return alarms.above(
                spec.context() + "-5xx",
                spec.context() + " answers shoppers with 5xx.",
                door.fiveHundredsOf(spec),
                5,
                2);
    }

    private static Metric ofDatabase(String name, String statistic) {
        return metric(DATABASE, name, statistic, Map.of("DBClusterIdentifier", OrderData.NAME));
    }
}
