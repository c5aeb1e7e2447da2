package com.acmecorp.deploy;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecs.AwsLogDriverMode;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerDependency;
import software.amazon.awscdk.services.ecs.ContainerDependencyCondition;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/**
 * The task of one service: the jar with its context, and beside it the collector that carries its
 * traces to X-Ray. The collector may fail without harm to the jar.
 */
final class ServiceTask {

    static final String JAR = "acme";
    private static final int COLLECTOR_MIB = 192;
    private static final String ECR_REPOSITORY = "acme";

    /** Only traces: logs and metrics have ways of their own. */
    private static final String COLLECTOR_CONFIG = """
            receivers: {otlp: {protocols: {http: {endpoint: 127.0.0.1:4318}}}}
            processors: {batch: {}}
            exporters: {awsxray: {}}
            service:
              pipelines: {traces: {receivers: [otlp], processors: [batch], exporters: [awsxray]}}
            """;

    private final ServiceSpec spec;
    private final Parameters parameters;
    private final ILogGroup log;

    ServiceTask(ServiceSpec spec, Parameters parameters, ILogGroup log) {
        this.spec = spec;
        this.parameters = parameters;
        this.log = log;
    }

    FargateTaskDefinition define(Construct scope, ServiceSettings settings) {
        FargateTaskDefinition task = FargateTaskDefinition.Builder.create(scope, "Task")
                .family("acme-" + spec.context())
                .cpu(spec.cpu())
                .memoryLimitMiB(spec.memoryMib())
                .build();
        addJar(task, settings)
                .addContainerDependencies(ContainerDependency.builder()
                        .container(addCollector(task))
                        .condition(ContainerDependencyCondition.START)
                        .build());
        mayPullImages(task);
        maySendTraces(task);
        Reviewed.accept(
                task,
                "AwsSolutions-ECS2",
                "What is in the environment is no secret; secrets come from Secrets Manager.");
        return task;
    }

    private ContainerDefinition addJar(FargateTaskDefinition task, ServiceSettings settings) {
        return task.addContainer(
                JAR,
                ContainerDefinitionOptions.builder()
                        .containerName(JAR)
                        .image(ContainerImage.fromRegistry(parameters.image()))
                        .memoryLimitMiB(spec.memoryMib() - COLLECTOR_MIB)
                        .environment(settings.environment())
                        .secrets(settings.secrets())
                        .portMappings(
                                List.of(port(PublicDoor.SERVICE_PORT), port(Services.PRIVATE_PORT)))
                        .logging(logging(JAR))
                        .stopTimeout(Duration.seconds(30))
                        .healthCheck(healthCheck())
                        .build());
    }

    /** The key is in the environment of the container, so it stands in no template and no log. */
    private HealthCheck healthCheck() {
        return HealthCheck.builder()
                .command(List.of(
                        "CMD-SHELL",
                        "curl -fsS -m 4 -o /dev/null -H \"X-Api-Key: $ACME_HTTP_PRIVATE_KEY\" http://127.0.0.1:"
                                + Services.PRIVATE_PORT
                                + spec.privateCheck()
                                + " || exit 1"))
                .interval(Duration.seconds(15))
                .timeout(Duration.seconds(5))
                .retries(6)
                .startPeriod(Duration.seconds(120))
                .build();
    }

    private ContainerDefinition addCollector(FargateTaskDefinition task) {
        return task.addContainer(
                "collector",
                ContainerDefinitionOptions.builder()
                        .containerName("collector")
                        .image(ContainerImage.fromRegistry(parameters.collectorImage()))
                        .essential(false)
                        .memoryLimitMiB(COLLECTOR_MIB)
                        .environment(Map.of("AOT_CONFIG_CONTENT", COLLECTOR_CONFIG))
                        .logging(logging("collector"))
                        .build());
    }

    /** Lines are dropped rather than kept waiting: orders matter more than what is said of them. */
    private LogDriver logging(String container) {
        return LogDriver.awsLogs(AwsLogDriverProps.builder()
                .logGroup(log)
                .streamPrefix(container)
                .mode(AwsLogDriverMode.NON_BLOCKING)
                .build());
    }

    private static PortMapping port(int port) {
        return PortMapping.builder().containerPort(port).build();
    }

    private static void mayPullImages(FargateTaskDefinition task) {
        task.addToExecutionRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of(
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:BatchGetImage",
                        "ecr:GetDownloadUrlForLayer"))
                .resources(List.of("arn:" + Aws.PARTITION + ":ecr:" + Aws.REGION + ":"
                        + Aws.ACCOUNT_ID + ":repository/" + ECR_REPOSITORY))
                .build());
        task.addToExecutionRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("ecr:GetAuthorizationToken"))
                .resources(List.of("*"))
                .build());
        Reviewed.acceptAllResources(
                task.obtainExecutionRole(),
                "ecr:GetAuthorizationToken knows no resources; it opens nothing by itself.");
    }

    private static void maySendTraces(FargateTaskDefinition task) {
        task.addToTaskRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"))
                .resources(List.of("*"))
                .build());
        Reviewed.acceptAllResources(
                task.getTaskRole(), "X-Ray knows no resources to which writing could be limited.");
    }
}
