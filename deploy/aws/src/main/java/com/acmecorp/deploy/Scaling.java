package com.acmecorp.deploy;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.BasicTargetTrackingScalingPolicyProps;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.CustomizedMetricSpecificationProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDataQueryProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricDimensionProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingMetricStatProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty;
import software.amazon.awscdk.services.applicationautoscaling.PredefinedMetric;
import software.amazon.awscdk.services.applicationautoscaling.ScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.ServiceNamespace;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many tasks a service has: as many as its CPU asks for, and as many as the events that wait for
 * it. The second counts events per task, so that it scales with both.
 */
final class Scaling extends Construct {

    private static final int CPU_PERCENT = 60;

    /** A task handles hundreds of events a second, so this is a few seconds' worth of waiting. */
    private static final int WAITING_PER_TASK = 500;

    /** The one that AWS makes for itself when the first service of an account is to scale. */
    private static final String ROLE = "arn:" + Aws.PARTITION + ":iam::" + Aws.ACCOUNT_ID
            + ":role/aws-service-role/ecs.application-autoscaling.amazonaws.com"
            + "/AWSServiceRoleForApplicationAutoScaling_ECSService";

    private static final Duration GROW = Duration.seconds(60);
    private static final Duration SHRINK = Duration.minutes(5);

    private final ServiceSpec spec;
    private final Cluster cluster;
    private final ScalableTarget target;

    Scaling(Construct scope, ServiceSpec spec, Cluster cluster, ContextService service) {
        super(scope, "Scaling");
        this.spec = spec;
        this.cluster = cluster;
        target = ScalableTarget.Builder.create(this, "Target")
                .serviceNamespace(ServiceNamespace.ECS)
                .resourceId("service/" + cluster.getClusterName() + "/"
                        + service.service().getServiceName())
                .scalableDimension("ecs:service:DesiredCount")
                .role(Role.fromRoleArn(this, "Role", ROLE))
                .minCapacity(spec.minTasks())
                .maxCapacity(spec.maxTasks())
                .build();
    }

    void byCpu() {
        target.scaleToTrackMetric(
                "Cpu",
                BasicTargetTrackingScalingPolicyProps.builder()
                        .predefinedMetric(PredefinedMetric.ECS_SERVICE_AVERAGE_CPU_UTILIZATION)
                        .targetValue(CPU_PERCENT)
                        .scaleOutCooldown(GROW)
                        .scaleInCooldown(SHRINK)
                        .build());
    }

    /** By what waits in all queues of the service together. */
    void byBacklog(List<Delivery> deliveries) {
        CfnScalingPolicy.Builder.create(this, "Backlog")
                .policyName("acme-" + spec.context() + "-backlog")
                .policyType("TargetTrackingScaling")
                .scalingTargetId(target.getScalableTargetId())
                .targetTrackingScalingPolicyConfiguration(
                        TargetTrackingScalingPolicyConfigurationProperty.builder()
                                .targetValue(WAITING_PER_TASK)
                                .scaleOutCooldown(GROW.toSeconds())
                                .scaleInCooldown(SHRINK.toSeconds())
                                .customizedMetricSpecification(
                                        CustomizedMetricSpecificationProperty.builder()
                                                .metrics(waitingPerTask(deliveries))
                                                .build())
                                .build())
                .build();
    }

    private List<TargetTrackingMetricDataQueryProperty> waitingPerTask(List<Delivery> deliveries) {
        List<TargetTrackingMetricDataQueryProperty> metrics = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            metrics.add(metric(
                    "waiting" + metrics.size(),
                    "AWS/SQS",
                    "ApproximateNumberOfMessagesVisible",
                    Map.of("QueueName", delivery.name())));
        }
        String waiting = IntStream.range(0, metrics.size())
                .mapToObj(number -> "waiting" + number)
                .collect(Collectors.joining(" + "));
        metrics.add(metric(
                "tasks",
                "ECS/ContainerInsights",
                "RunningTaskCount",
                Map.of("ClusterName", cluster.getClusterName(), "ServiceName", spec.context())));
        metrics.add(TargetTrackingMetricDataQueryProperty.builder()
                .id("waitingPerTask")
                .expression("(" + waiting + ") / IF(tasks > 0, tasks, 1)")
                .returnData(true)
                .build());
        return metrics;
    }

    private static TargetTrackingMetricDataQueryProperty metric(
            String id, String namespace, String name, Map<String, String> dimensions) {
        return TargetTrackingMetricDataQueryProperty.builder()
                .id(id)
                .metricStat(TargetTrackingMetricStatProperty.builder()
                        .stat("Average")
                        .metric(TargetTrackingMetricProperty.builder()
                                .namespace(namespace)
                                .metricName(name)
                                .dimensions(dimensions.entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(dimension ->
                                                TargetTrackingMetricDimensionProperty.builder()
                                                        .name(dimension.getKey())
                                                        .value(dimension.getValue())
                                                        .build())
                                        .toList())
                                .build())
                        .build())
                .returnData(false)
                .build();
    }
}
