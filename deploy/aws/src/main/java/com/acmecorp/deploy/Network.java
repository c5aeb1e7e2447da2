package com.acmecorp.deploy;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;
import software.constructs.IDependable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two availability zones in four layers: the load balancer, the services that call other companies,
 * the other services, the database. Only the first can be called from the internet, and only the
 * second has a way out to it, through NAT. What services need of AWS, and mail, they reach through
 * endpoints.
 */
final class Network extends Construct {

    static final int HTTPS = 443;
    static final int SMTP_SUBMISSION = 587;
    static final String PUBLIC = "public";
    private static final String SERVICES = "services";
    private static final String DATA = "data";
    private static final String OUTWARD = "outward";
    private static final String CIDR = "10.20.0.0/16";

    private static final Map<String, InterfaceVpcEndpointAwsService> NEEDED = Map.of(
            "EcrApi", InterfaceVpcEndpointAwsService.ECR,
            "EcrDocker", InterfaceVpcEndpointAwsService.ECR_DOCKER,
            "Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
            "Secrets", InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
            "Queues", InterfaceVpcEndpointAwsService.SQS,
            "Events", InterfaceVpcEndpointAwsService.EVENTBRIDGE,
            "Traces", InterfaceVpcEndpointAwsService.XRAY);

    private final Vpc vpc;
    private final SecurityGroup mailDoor;
    private final List<IDependable> endpoints = new ArrayList<>();

    Network(Construct scope, Parameters parameters) {
        super(scope, "Network");
        vpc = Vpc.Builder.create(this, "Vpc")
                .ipAddresses(IpAddresses.cidr(CIDR))
                .availabilityZones(parameters.zones())
                .natGateways(parameters.zones().size())
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(
                        subnet(PUBLIC, SubnetType.PUBLIC),
                        subnet(SERVICES, SubnetType.PRIVATE_ISOLATED),
                        subnet(DATA, SubnetType.PRIVATE_ISOLATED),
                        subnet(OUTWARD, SubnetType.PRIVATE_WITH_EGRESS)))
                .build();
        logRefusedTraffic();
        reachImages();
        SecurityGroup awsDoor = door("AwsDoor", "AWS services, from inside only");
        awsDoor.addIngressRule(Peer.ipv4(CIDR), Port.tcp(HTTPS), "from inside");
        new TreeMap<>(NEEDED).forEach((name, service) -> open(name, service, awsDoor));
        mailDoor = door("MailDoor", "SES SMTP, from those who send mail");
        open("Mail", InterfaceVpcEndpointAwsService.EMAIL_SMTP, mailDoor);
    }

    Vpc vpc() {
        return vpc;
    }

    /** In front of SES; who sends mail must be let in. */
    SecurityGroup mailDoor() {
        return mailDoor;
    }

    /** Without these no task can start: neither its image nor its secrets would be found. */
    IDependable[] endpoints() {
        return endpoints.toArray(IDependable[]::new);
    }

    /** For services that call other companies. */
    SubnetSelection outward() {
        return layer(OUTWARD);
    }

    /** The ways out, without which those services would fail in their first minute. */
    IDependable[] waysOut() {
        return vpc.selectSubnets(outward()).getSubnets().stream()
                .map(ISubnet::getInternetConnectivityEstablished)
                .toArray(IDependable[]::new);
    }

    SubnetSelection services() {
        return layer(SERVICES);
    }

    SubnetSelection data() {
        return layer(DATA);
    }

    private static SubnetSelection layer(String name) {
        return SubnetSelection.builder().subnetGroupName(name).build();
    }

    private static SubnetConfiguration subnet(String name, SubnetType type) {
        SubnetConfiguration.Builder subnet =
                SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(22);
        return (type == SubnetType.PUBLIC ? subnet.mapPublicIpOnLaunch(false) : subnet).build();
    }

    /** Accepted traffic is known from the access logs; refused traffic is known from nowhere else. */
    private void logRefusedTraffic() {
        LogGroup log = LogGroup.Builder.create(this, "FlowLog")
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        vpc.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(log))
                        .trafficType(FlowLogTrafficType.REJECT)
                        .build());
    }

    /** Layers of images lie in a bucket of ECR's; no other bucket is anybody's business in here. */
    private void reachImages() {
        GatewayVpcEndpoint s3 = vpc.addGatewayEndpoint(
                "Layers",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .subnets(List.of(services(), outward()))
                        .build());
        s3.addToPolicy(PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:GetObject"))
                .resources(List.of("arn:" + Aws.PARTITION + ":s3:::prod-" + Aws.REGION
                        + "-starport-layer-bucket/*"))
                .build());
        endpoints.add(s3);
    }

    private SecurityGroup door(String name, String description) {
        return SecurityGroup.Builder.create(this, name)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(false)
                .build();
    }

    private void open(String name, InterfaceVpcEndpointAwsService service, SecurityGroup door) {
        endpoints.add(vpc.addInterfaceEndpoint(
                name,
                InterfaceVpcEndpointOptions.builder()
                        .service(service)
                        .subnets(services())
                        .securityGroups(List.of(door))
                        .open(false)
                        .build()));
    }
}
