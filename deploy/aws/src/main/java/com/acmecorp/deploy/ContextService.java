package com.acmecorp.deploy;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ecs.AlarmBehavior;
import software.amazon.awscdk.services.ecs.AlternateTarget;
import software.amazon.awscdk.services.ecs.AlternateTargetProps;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.CloudMapOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.DeploymentAlarmOptions;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.DeploymentStrategy;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.ListenerRuleConfiguration;
import software.amazon.awscdk.services.ecs.LoadBalancerTargetOptions;
import software.amazon.awscdk.services.ecs.TrafficShiftConfig;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.servicediscovery.DnsRecordType;
import software.amazon.awscdk.services.servicediscovery.PrivateDnsNamespace;
import software.constructs.Construct;
import software.constructs.IDependable;

import java.util.List;

/**
 * One running service. A deployment that doesn't come up, or that raises an alarm, goes back to what
 * ran before. Shoppers meet a new version one in ten at first; the others take over task by task.
 */
final class ContextService {

    static final String FARGATE = "FARGATE";
    private static final int CANARY_PERCENT = 10;
    private static final Duration CANARY = Duration.minutes(5);

    private final Construct scope;
    private final ServiceSpec spec;
    private final Place place;
    private final FargateTaskDefinition task;
    private final FargateService service;

    /** Where it runs and writes its log. */
    record Place(Cluster cluster, SubnetSelection subnets, SecurityGroup door, LogGroup log) {}

    ContextService(Construct scope, ServiceSpec spec, Place place, FargateTaskDefinition task) {
        this.spec = spec;
        this.place = place;
        this.task = task;
        this.scope = scope;
        this.service = define();
        startAfter(place.door(), task.obtainExecutionRole());
    }

    Construct scope() {
        return scope;
    }

    IRole role() {
        return task.getTaskRole();
    }

    SecurityGroup door() {
        return place.door();
    }

    LogGroup log() {
        return place.log();
    }

    FargateService service() {
        return service;
    }

    /** Takes the requests of a route of the load balancer. */
    void serve(PublicDoor.Route route, IRole trafficRole) {
        route.blue()
                .addTarget(service.loadBalancerTarget(LoadBalancerTargetOptions.builder()
                        .containerName(ServiceTask.JAR)
                        .containerPort(PublicDoor.SERVICE_PORT)
                        .alternateTarget(new AlternateTarget(
                                "Green",
                                AlternateTargetProps.builder()
                                        .alternateTargetGroup(route.green())
                                        .role(trafficRole)
                                        .productionListener(
                                                ListenerRuleConfiguration.applicationListenerRule(
                                                        route.rule()))
                                        .build()))
                        .build()));
    }

    /** Has a name inside of the network. */
    void beFoundIn(PrivateDnsNamespace names) {
        service.enableCloudMap(CloudMapOptions.builder()
                .cloudMapNamespace(names)
                .name(spec.context())
                .dnsRecordType(DnsRecordType.A)
                .dnsTtl(Duration.seconds(10))
                .build());
    }

    /** Opens both ends of a way, before the first task takes it. */
    void reach(SecurityGroup other, int port, String what) {
        other.getConnections().allowFrom(door(), Port.tcp(port), what);
        startAfter(other);
    }

    void startAfter(IDependable... others) {
        service.getNode().addDependency(others);
    }

    /** A deployment during which one of these rings is undone. */
    void rollBackOn(List<Alarm> alarms) {
        service.enableDeploymentAlarms(
                alarms.stream().map(Alarm::getAlarmName).toList(),
                DeploymentAlarmOptions.builder()
                        .behavior(AlarmBehavior.ROLLBACK_ON_ALARM)
                        .build());
    }

    private FargateService define() {
        FargateService.Builder made = FargateService.Builder.create(scope, "Service")
                .serviceName(spec.context())
                .cluster(place.cluster())
                .taskDefinition(task)
                .vpcSubnets(place.subnets())
                .assignPublicIp(false)
                .securityGroups(List.of(door()))
                .capacityProviderStrategies(List.of(CapacityProviderStrategy.builder()
                        .capacityProvider(FARGATE)
                        .weight(1)
                        .build()))
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build());
        return (spec.isPublic() ? withCanary(made) : made).build();
    }

    private static FargateService.Builder withCanary(FargateService.Builder made) {
        return made.deploymentStrategy(DeploymentStrategy.CANARY)
                .canaryConfiguration(TrafficShiftConfig.builder()
                        .stepPercent(CANARY_PERCENT)
                        .stepBakeTime(CANARY)
                        .build())
                .bakeTime(CANARY)
                .healthCheckGracePeriod(Duration.seconds(180));
    }
}
