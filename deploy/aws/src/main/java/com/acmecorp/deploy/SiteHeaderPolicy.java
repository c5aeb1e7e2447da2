package com.acmecorp.deploy;

import static java.util.Objects.requireNonNull;

import com.acmecorp.events.SiteHeaders;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The headers that the services send with the shop's files, in CloudFront's words: some have places
 * of their own there. Here a document's go with every file, because HTTP/2 repeats them for nothing.
 */
final class SiteHeaderPolicy {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";
    private static final String FRAME_OPTIONS = "X-Frame-Options";
    private static final String REFERRER_POLICY = "Referrer-Policy";
    private static final String TRANSPORT_SECURITY = "Strict-Transport-Security";
    private static final String MAX_AGE = "max-age=";

    private final Map<String, String> left;

    private SiteHeaderPolicy(Map<String, String> headers) {
        this.left = new TreeMap<>(headers);
    }

    /**
     * The policy for one kind of file.
     *
     * @param file a name of that kind
     * @param api origin that pages may call
     */
    static ResponseHeadersPolicy of(Construct scope, String id, String file, String api) {
        SiteHeaders shop = SiteHeaders.shop();
        Map<String, String> headers = new TreeMap<>(shop.ofFile(file));
        headers.putAll(shop.ofDocument(Set.of(api)));
        headers.putAll(shop.overTls());
        return new SiteHeaderPolicy(headers).build(scope, id);
    }

    private ResponseHeadersPolicy build(Construct scope, String id) {
        return ResponseHeadersPolicy.Builder.create(scope, id)
                .securityHeadersBehavior(security())
                .customHeadersBehavior(ResponseCustomHeadersBehavior.builder()
                        .customHeaders(custom())
                        .build())
                .build();
    }

    private ResponseSecurityHeadersBehavior security() {
        take(CONTENT_TYPE_OPTIONS); // which has only one value
        return ResponseSecurityHeadersBehavior.builder()
                .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                        .override(true)
                        .build())
                .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(take(CONTENT_SECURITY_POLICY))
                        .override(true)
                        .build())
                .frameOptions(ResponseHeadersFrameOptions.builder()
                        .frameOption(HeadersFrameOption.valueOf(constant(FRAME_OPTIONS)))
                        .override(true)
                        .build())
                .referrerPolicy(ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.valueOf(constant(REFERRER_POLICY)))
                        .override(true)
                        .build())
                .strictTransportSecurity(transportSecurity())
                .build();
    }

    private ResponseHeadersStrictTransportSecurity transportSecurity() {
        int seconds = Integer.parseInt(take(TRANSPORT_SECURITY).substring(MAX_AGE.length()));
        return ResponseHeadersStrictTransportSecurity.builder()
                .accessControlMaxAge(Duration.seconds(seconds))
                .includeSubdomains(false)
                .override(true)
                .build();
    }

    private List<ResponseCustomHeader> custom() {
        return left.entrySet().stream()
                .map(header -> ResponseCustomHeader.builder()
                        .header(header.getKey())
                        .value(header.getValue())
                        .override(true)
                        .build())
                .toList();
    }

    private String constant(String header) {
        return take(header).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private String take(String header) {
        return requireNonNull(left.remove(header), header);
    }
}
