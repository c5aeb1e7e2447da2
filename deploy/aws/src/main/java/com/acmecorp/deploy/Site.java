package com.acmecorp.deploy;

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
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pages of {@code static/}: a bucket that nobody can open, and CloudFront before it. */
final class Site extends Construct {

    private static final Duration REMEMBER_HTTPS = Duration.days(365);

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
        return Distribution.Builder.create(this, "Distribution")
                .domainNames(List.of(parameters.siteDomain()))
                .certificate(Certificate.fromCertificateArn(
                        this, "Certificate", parameters.siteCertificate()))
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .httpVersion(HttpVersion.HTTP2_AND_3)
                // North America, where the customers are, and Europe, which comes with it.
                .priceClass(PriceClass.PRICE_CLASS_100)
                .defaultRootObject("index.html")
                .defaultBehavior(behavior(parameters))
                // A private bucket says 403 of what isn't there.
                .errorResponses(IntStream.of(403, 404).mapToObj(Site::notFound).toList())
                .enableLogging(true)
                .logBucket(logs.bucket())
                .logFilePrefix(AccessLogs.CLOUDFRONT)
                .build();
    }

    private BehaviorOptions behavior(Parameters parameters) {
        Function pages = Function.Builder.create(this, "Pages")
                .code(FunctionCode.fromInline(PAGES_WITHOUT_EXTENSION))
                .runtime(FunctionRuntime.JS_2_0)
                .comment("finds pages without their extension")
                .build();
        return BehaviorOptions.builder()
                .origin(S3BucketOrigin.withOriginAccessControl(bucket))
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .compress(true)
                .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                .responseHeadersPolicy(headers(parameters.apiUrl()))
                .functionAssociations(List.of(FunctionAssociation.builder()
                        .function(pages)
                        .eventType(FunctionEventType.VIEWER_REQUEST)
                        .build()))
                .build();
    }

    private static ErrorResponse notFound(int status) {
        return ErrorResponse.builder()
                .httpStatus(status)
                .responseHttpStatus(404)
                .responsePagePath("/404.html")
                .ttl(Duration.minutes(1))
                .build();
    }

    /** What the services send with these pages on a laptop, and the API as one more address to call. */
    private ResponseHeadersPolicy headers(String api) {
        String policy = Stream.of(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data:",
                        "font-src 'self'",
                        "connect-src 'self' " + api,
                        "manifest-src 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'")
                .reduce((all, next) -> all + "; " + next)
                .orElseThrow();
        return ResponseHeadersPolicy.Builder.create(this, "Headers")
                .securityHeadersBehavior(ResponseSecurityHeadersBehavior.builder()
                        .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                                .contentSecurityPolicy(policy)
                                .override(true)
                                .build())
                        .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                                .override(true)
                                .build())
                        .frameOptions(ResponseHeadersFrameOptions.builder()
                                .frameOption(HeadersFrameOption.DENY)
                                .override(true)
                                .build())
                        .referrerPolicy(ResponseHeadersReferrerPolicy.builder()
                                .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                                .override(true)
                                .build())
                        .strictTransportSecurity(ResponseHeadersStrictTransportSecurity.builder()
                                .accessControlMaxAge(REMEMBER_HTTPS)
                                .includeSubdomains(false)
                                .override(true)
                                .build())
                        .build())
                .customHeadersBehavior(ResponseCustomHeadersBehavior.builder()
                        .customHeaders(List.of(ResponseCustomHeader.builder()
                                .header("Cross-Origin-Opener-Policy")
                                .value("same-origin")
                                .override(true)
                                .build()))
                        .build())
                .build();
    }
}
