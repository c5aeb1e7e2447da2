package com.acmecorp.deploy;

import com.acmecorp.events.SiteHeaders;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The pages of {@code static/}: a bucket that nobody can open, and CloudFront before it. */
final class Site extends Construct {

    /** The services answer /success with success.html; a bucket wouldn't. */
    private static final String PAGES_WITHOUT_EXTENSION = """
            function handler(event) {
              var request = event.request;
              var name = request.uri.split('/').pop();
              if (name !== '' && !name.includes('.')) request.uri += '.html';
              return request;
            }
            """;

    private final Bucket bucket;
    private final Distribution distribution;

    Site(Construct scope, AccessLogs logs, Parameters parameters) {
        super(scope, "Site");
        bucket = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .versioned(true)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .noncurrentVersionExpiration(Duration.days(90))
                        .build()))
                .serverAccessLogsBucket(logs.bucket())
                .serverAccessLogsPrefix(AccessLogs.SITE)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        distribution = distribution(logs, parameters);
        Reviewed.accept(
                distribution,
                "AwsSolutions-CFR1",
                "Customers travel, and gifts are ordered from abroad; where we deliver is decided"
                        + " with the order.");
        Reviewed.accept(
                distribution,
                "AwsSolutions-CFR2",
                "These are files that everybody may read; there is nothing behind them to attack.");
    }

    Bucket bucket() {
        return bucket;
    }

    Distribution distribution() {
        return distribution;
    }

    private Distribution distribution(AccessLogs logs, Parameters parameters) {
        Files files = new Files(S3BucketOrigin.withOriginAccessControl(bucket), pageFinder());
        return Distribution.Builder.create(this, "Distribution")
                .domainNames(List.of(parameters.siteDomain()))
                .certificate(Certificate.fromCertificateArn(
                        this, "Certificate", parameters.siteCertificate()))
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .httpVersion(HttpVersion.HTTP2_AND_3)
                // North America, where the customers are, and Europe, which comes with it.
                .priceClass(PriceClass.PRICE_CLASS_100)
                .defaultRootObject("index.html")
                .defaultBehavior(files.with(
                        SiteHeaderPolicy.of(this, "Headers", "index.html", parameters.apiUrl())))
                .additionalBehaviors(pictures(files, parameters))
                // A private bucket says 403 of what isn't there.
                .errorResponses(IntStream.of(403, 404).mapToObj(Site::notFound).toList())
                .enableLogging(true)
                .logBucket(logs.bucket())
                .logFilePrefix(AccessLogs.CLOUDFRONT)
                .build();
    }

    /** How all files are served; only their headers differ. */
    private record Files(IOrigin origin, Function pageFinder) {

        BehaviorOptions with(ResponseHeadersPolicy headers) {
            return BehaviorOptions.builder()
                    .origin(origin)
                    .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                    .compress(true)
                    .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                    .responseHeadersPolicy(headers)
                    .functionAssociations(List.of(FunctionAssociation.builder()
                            .function(pageFinder)
                            .eventType(FunctionEventType.VIEWER_REQUEST)
                            .build()))
                    .build();
        }
    }

    private Function pageFinder() {
        return Function.Builder.create(this, "Pages")
                .code(FunctionCode.fromInline(PAGES_WITHOUT_EXTENSION))
                .runtime(FunctionRuntime.JS_2_0)
                .comment("finds pages without their extension")
                .build();
    }

    private Map<String, BehaviorOptions> pictures(Files files, Parameters parameters) {
        List<String> names = SiteHeaders.shop().pictureFiles();
        BehaviorOptions behavior = files.with(
                SiteHeaderPolicy.of(this, "PictureHeaders", names.getFirst(), parameters.apiUrl()));
        Map<String, BehaviorOptions> behaviors = new LinkedHashMap<>();
        names.forEach(name -> behaviors.put(name, behavior));
        return behaviors;
    }

    private static ErrorResponse notFound(int status) {
        return ErrorResponse.builder()
                .httpStatus(status)
                .responseHttpStatus(404)
                .responsePagePath("/404.html")
                .ttl(Duration.minutes(1))
                .build();
    }
}
