package com.acmecorp.deploy;

import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.amazon.awscdk.services.route53.CfnRecordSet.AliasTargetProperty;
import software.constructs.Construct;

/** The two domains in Route 53, where the shop has its zone there. */
final class Names extends Construct {

    /** The zone of all CloudFront distributions, by definition of AWS. */
    private static final String CLOUDFRONT_ZONE = "Z2FDTNDATAQYW2";

    private final Parameters parameters;

    Names(Construct scope, Parameters parameters, Site site, PublicDoor door) {
        super(scope, "Names");
        this.parameters = parameters;
        alias(
                "Site",
                parameters.siteDomain(),
                site.distribution().getDistributionDomainName(),
                CLOUDFRONT_ZONE);
        alias(
                "Api",
                parameters.apiDomain(),
                door.loadBalancer().getLoadBalancerDnsName(),
                door.loadBalancer().getLoadBalancerCanonicalHostedZoneId());
    }

    private void alias(String id, String domain, String target, String targetZone) {
        CfnRecordSet.Builder.create(this, id)
                .hostedZoneId(parameters.hostedZone())
                .name(domain)
                .type("A")
                .aliasTarget(AliasTargetProperty.builder()
                        .dnsName(target)
                        .hostedZoneId(targetZone)
                        .build())
                .build()
                .getCfnOptions()
                .setCondition(parameters.hasHostedZone());
    }
}
