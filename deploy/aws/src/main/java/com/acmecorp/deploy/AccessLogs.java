package com.acmecorp.deploy;

import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

import java.util.List;

/** Where the load balancer, CloudFront and the site's bucket write who asked for what. */
final class AccessLogs extends Construct {

    static final String LOAD_BALANCER = "load-balancer";
    static final String CLOUDFRONT = "cloudfront/";
    static final String SITE = "site/";

    private final Bucket bucket;

    AccessLogs(Construct scope) {
        super(scope, "AccessLogs");
        bucket = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                // The load balancer writes to no bucket with a key of one's own.
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                // CloudFront hands its logs over by access control lists.
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                .lifecycleRules(List.of(
                        LifecycleRule.builder().expiration(Duration.days(90)).build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        // The account in the path keeps other people's load balancers out.
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(
                        new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(
                        bucket.arnForObjects(LOAD_BALANCER + "/AWSLogs/" + Aws.ACCOUNT_ID + "/*")))
                .build());
        Reviewed.accept(
                bucket, "AwsSolutions-S1", "Logs of who reads these logs would write themselves.");
    }

    Bucket bucket() {
        return bucket;
    }
}
