package com.acmecorp.deploy;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ecs.CfnCluster;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.servicediscovery.PrivateDnsNamespace;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The same jar six times, once per context. Each has a role, a log and a security group of its own;
 * they meet in the queues and at the database context's private port, nowhere else.
 */
final class Services extends Construct {

    static final int PRIVATE_PORT = 8081;
    static final String NAMESPACE = "acme.internal";

    private final Parts parts;
    private final Cluster cluster;
    private final PrivateDnsNamespace names;
    private final Role trafficRole;
    private final Map<ServiceSpec, ContextService> services = new LinkedHashMap<>();

    /** What the services are put together from. */
    record Parts(
            Parameters parameters,
            Network network,
            Secrets secrets,
            OrderData data,
            Events events,
            PublicDoor door) {}

    Services(Construct scope, Parts parts) {
        super(scope, "Services");
        this.parts = parts;
        cluster = cluster(parts.network());
        trafficRole = trafficRole();
        names = PrivateDnsNamespace.Builder.create(this, "Names")
                .name(NAMESPACE)
                .vpc(parts.network().vpc())
                .build();
        ServiceSpec.ALL.forEach(spec -> services.put(spec, run(spec)));
        openWays();
    }

    /** Where the other services find the database context. */
    static String databaseUrl() {
        return "http://" + ServiceSpec.DATABASE + "." + NAMESPACE + ":" + PRIVATE_PORT
                + "/database";
    }

    Map<ServiceSpec, ContextService> all() {
        return services;
    }

    Cluster cluster() {
        return cluster;
    }

    private Cluster cluster(Network network) {
        Cluster made = Cluster.Builder.create(this, "Cluster")
                .vpc(network.vpc())
                .containerInsightsV2(ContainerInsights.ENABLED)
                .build();
        // Part of the cluster rather than beside it, so that no service can come before it.
        if (made.getNode().getDefaultChild() instanceof CfnCluster resource) {
            resource.setCapacityProviders(List.of(ContextService.FARGATE));
        }
        return made;
    }

    private ContextService run(ServiceSpec spec) {
        Construct scope = new Construct(this, spec.context());
        LogGroup log = LogGroup.Builder.create(scope, "Log")
                .logGroupName("/acme/" + spec.context())
                .retention(RetentionDays.THREE_MONTHS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        SecurityGroup door = SecurityGroup.Builder.create(scope, "Door")
                .vpc(parts.network().vpc())
                .description("tasks of the " + spec.context() + " context")
                .allowAllOutbound(false)
                .build();
        // Where that leads is decided by the subnets: to the endpoints of AWS services, and for
        // those
        // that call other companies to the internet.
        door.addEgressRule(Peer.anyIpv4(), Port.tcp(Network.HTTPS), "endpoints of AWS services");
        ServiceSettings settings =
                ServiceSettings.of(spec, parts.parameters(), parts.secrets(), parts.data());
        ContextService service = new ContextService(
                scope,
                spec,
                new ContextService.Place(cluster, subnets(spec), door, log),
                new ServiceTask(spec, parts.parameters(), log).define(scope, settings));
        service.startAfter(parts.network().endpoints());
        if (spec.callsOthers()) {
            service.startAfter(parts.network().waysOut());
        }
        mayUseEvents(spec, service);
        scale(spec, service);
        if (spec.isPublic()) {
            service.serve(parts.door().to(spec), trafficRole);
        }
        if (spec.isDatabase()) {
            service.beFoundIn(names);
        }
        return service;
    }

    private SubnetSelection subnets(ServiceSpec spec) {
        return spec.callsOthers() ? parts.network().outward() : parts.network().services();
    }

    private void scale(ServiceSpec spec, ContextService service) {
        Scaling scaling = new Scaling(service.scope(), spec, cluster, service);
        scaling.byCpu();
        List<Delivery> deliveries = parts.events().to(spec.context());
        if (!deliveries.isEmpty()) {
            scaling.byBacklog(deliveries);
        }
    }

    /** Each takes from its own queues; only the database context, where the journal is, publishes. */
    private void mayUseEvents(ServiceSpec spec, ContextService service) {
        parts.events()
                .to(spec.context())
                .forEach(delivery -> delivery.queue().grantConsumeMessages(service.role()));
        if (spec.isDatabase()) {
            parts.events().publishing().forEach(service.role()::addToPrincipalPolicy);
        }
    }

    /** Who needs another to start is started after it: a deployment gives up on tasks that wait. */
    private void openWays() {
        ContextService database = one(ServiceSpec::isDatabase);
        database.reach(parts.data().door(), OrderData.PORT, "MySQL");
        database.startAfter(parts.data());
        services.values().stream().filter(service -> service != database).forEach(service -> {
            service.reach(database.door(), PRIVATE_PORT, "GraphQL");
            service.startAfter(database.service());
        });
        one(ServiceSpec::sendsMail)
                .reach(parts.network().mailDoor(), Network.SMTP_SUBMISSION, "SMTP of SES");
    }

    /** Lets ECS, and nobody else, move traffic from one version to the next. */
    private Role trafficRole() {
        Role role = Role.Builder.create(this, "Traffic")
                .assumedBy(new ServicePrincipal("ecs.amazonaws.com"))
                .managedPolicies(List.of(ManagedPolicy.fromAwsManagedPolicyName(
                        "AmazonECSInfrastructureRolePolicyForLoadBalancers")))
                .build();
        Reviewed.accept(
                role,
                "AwsSolutions-IAM4",
                "It is the policy that AWS keeps for just this, and only ECS can take the role.");
        return role;
    }

    private ContextService one(Predicate<ServiceSpec> which) {
        return services.entrySet().stream()
                .filter(service -> which.test(service.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
