package com.acmecorp.deploy;

import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * The shop in AWS, top to bottom. It names no account and no region, and needs nothing of the CDK
 * where it is deployed.
 */
final class AcmeStack extends Stack {

    AcmeStack(Construct app, String name) {
        super(app, name, props());
        Parameters parameters = new Parameters(this);
        Network network = new Network(this, parameters);
        Secrets secrets = new Secrets(this, parameters);
        OrderData data = new OrderData(this, network);
        Events events = new Events(this);
        new SchemaRegistry(this);
        AccessLogs logs = new AccessLogs(this);
        PublicDoor door = new PublicDoor(this, network, logs, parameters);
        Services services = new Services(
                this, new Services.Parts(parameters, network, secrets, data, events, door));
        Site site = new Site(this, logs, parameters);
        new Names(this, parameters, site, door);
        watch(new Alarms(this, parameters), data, events, door, services);
        tell("ApiAddress", door.loadBalancer().getLoadBalancerDnsName());
        tell("SiteAddress", site.distribution().getDistributionDomainName());
        tell("SiteBucket", site.bucket().getBucketName());
        tell("SiteDistribution", site.distribution().getDistributionId());
        tell("LogBucket", logs.bucket().getBucketName());
        tell("Cluster", services.cluster().getClusterName());
    }

    private static void watch(
            Alarms alarms, OrderData data, Events events, PublicDoor door, Services services) {
        Watch watch = new Watch(alarms, new EventWatch(alarms, events), door);
        watch.over(data);
        String cluster = services.cluster().getClusterName();
        services.all().forEach((spec, service) -> watch.over(spec, service, cluster));
    }

    private static StackProps props() {
        return StackProps.builder()
                .description("ACME Potted Plants")
                .synthesizer(new BootstraplessSynthesizer())
                .analyticsReporting(false)
                .build();
    }

    private void tell(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
