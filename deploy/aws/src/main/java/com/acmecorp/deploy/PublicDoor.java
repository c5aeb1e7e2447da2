package com.acmecorp.deploy;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.WeightedTargetGroup;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The load balancer: the only way in from the internet. It knows the public paths by name and
 * answers everything else itself, so a path of the private API does not even reach a service.
 */
final class PublicDoor extends Construct {

    static final int SERVICE_PORT = 8080;

    /**
     * A file that each service has in its jar. Asking for what the database knows would replace
     * healthy tasks while that is away.
     */
    private static final String ALIVE = "/config.json";

    /** Above the 15 s between two signs of life on a live stream, below the services' own 180 s. */
    private static final Duration IDLE = Duration.seconds(120);

    private static final String NOT_FOUND =
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}";

    private final SecurityGroup door;
    private final ApplicationLoadBalancer loadBalancer;
    private final Map<String, Route> routes = new LinkedHashMap<>();

    /**
     * The way to one service.
     *
     * @param blue the tasks that serve; between deployments either this or green has all traffic
     * @param green the tasks that are about to take over
     */
    record Route(
            ApplicationTargetGroup blue,
            ApplicationTargetGroup green,
            ApplicationListenerRule rule) {}

    PublicDoor(Construct scope, Network network, AccessLogs logs, Parameters parameters) {
        super(scope, "PublicDoor");
        door = SecurityGroup.Builder.create(this, "Door")
                .vpc(network.vpc())
                .description("the public API, open to all")
                .allowAllOutbound(false)
                .build();
        loadBalancer = loadBalancer(network, logs);
        loadBalancer.addRedirect();
        ApplicationListener https = https(parameters);
        ServiceSpec.publicOnes().forEach(service -> addRoute(https, network, service));
        new Firewall(this, loadBalancer.getLoadBalancerArn());
        Reviewed.accept(
                door, "AwsSolutions-EC23", "It is the shop's public door; the firewall is at it.");
    }

    ApplicationLoadBalancer loadBalancer() {
        return loadBalancer;
    }

    SecurityGroup door() {
        return door;
    }

    Route to(ServiceSpec service) {
        Route route = routes.get(service.context());
        if (route == null) {
            throw new IllegalArgumentException(service.context() + " is not public");
        }
        return route;
    }

    /** Answers of a service that say it failed, whichever colour gave them. */
    MathExpression fiveHundredsOf(ServiceSpec service) {
        Route route = to(service);
        return MathExpression.Builder.create()
                .expression("FILL(blue, 0) + FILL(green, 0)")
                // In order, or the template would be another one each time.
                .usingMetrics(new TreeMap<>(Map.of(
                        "blue", fiveHundreds(route.blue()), "green", fiveHundreds(route.green()))))
                .period(Duration.minutes(1))
                .build();
    }

    private static Metric fiveHundreds(ApplicationTargetGroup targets) {
        return targets.getMetrics()
                .httpCodeTarget(
                        HttpCodeTarget.TARGET_5XX_COUNT,
                        MetricOptions.builder().period(Duration.minutes(1)).build());
    }

    private ApplicationLoadBalancer loadBalancer(Network network, AccessLogs logs) {
        ApplicationLoadBalancer made = ApplicationLoadBalancer.Builder.create(this, "LoadBalancer")
                .vpc(network.vpc())
                .vpcSubnets(SubnetSelection.builder()
                        .subnetGroupName(Network.PUBLIC)
                        .build())
                .internetFacing(true)
                .securityGroup(door)
                .idleTimeout(IDLE)
                .dropInvalidHeaderFields(true)
                .deletionProtection(true)
                .build();
        made.setAttribute("access_logs.s3.enabled", "true");
        made.setAttribute("access_logs.s3.bucket", logs.bucket().getBucketName());
        made.setAttribute("access_logs.s3.prefix", AccessLogs.LOAD_BALANCER);
        // It tries to write at once, so it must be allowed to by then.
        made.getNode().addDependency(logs.bucket().getPolicy());
        return made;
    }

    private ApplicationListener https(Parameters parameters) {
        return loadBalancer.addListener(
                "Https",
                BaseApplicationListenerProps.builder()
                        .protocol(ApplicationProtocol.HTTPS)
                        .port(Network.HTTPS)
                        .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                        .certificates(
                                List.of(ListenerCertificate.fromArn(parameters.apiCertificate())))
                        .defaultAction(ListenerAction.fixedResponse(
                                404,
                                FixedResponseOptions.builder()
                                        .contentType("application/json")
                                        .messageBody(NOT_FOUND)
                                        .build()))
                        .build());
    }

    private void addRoute(ApplicationListener https, Network network, ServiceSpec service) {
        ApplicationTargetGroup blue = targets(network, service, "blue");
        ApplicationTargetGroup green = targets(network, service, "green");
        ApplicationListenerRule rule = ApplicationListenerRule.Builder.create(
                        this, service.context())
                .listener(https)
                .priority(routes.size() + 1)
                .conditions(List.of(ListenerCondition.pathPatterns(service.publicPaths())))
                .action(ListenerAction.weightedForward(List.of(share(blue, 100), share(green, 0))))
                .build();
        routes.put(service.context(), new Route(blue, green, rule));
    }

    private ApplicationTargetGroup targets(Network network, ServiceSpec service, String color) {
        return ApplicationTargetGroup.Builder.create(this, service.context() + "-" + color)
                .vpc(network.vpc())
                .targetType(TargetType.IP)
                .protocol(ApplicationProtocol.HTTP)
                .port(SERVICE_PORT)
                .deregistrationDelay(Duration.seconds(20))
                .healthCheck(HealthCheck.builder()
                        .path(ALIVE)
                        .interval(Duration.seconds(10))
                        .timeout(Duration.seconds(5))
                        .healthyThresholdCount(2)
                        .unhealthyThresholdCount(3)
                        .build())
                .build();
    }

    private static WeightedTargetGroup share(ApplicationTargetGroup targets, int percent) {
        return WeightedTargetGroup.builder()
                .targetGroup(targets)
                .weight(percent)
                .build();
    }
}
