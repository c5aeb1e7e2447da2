package com.acmecorp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.SiteHeaders;
import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** CloudFront sends with the shop's files what the services send with them. */
class SiteTest {

    private static final String API = "https://{ApiDomain}";

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "js/dom.js", "img/BB001.svg", "img/card.png"})
    void sendsTheHeadersThatTheServicesSend(String file) {
        Map<String, String> services = new TreeMap<>(SiteHeaders.shop().ofFile(file));
        services.putAll(SiteHeaders.shop().ofDocument(Set.of(API)));
        services.putAll(SiteHeaders.shop().overTls());

        assertThat(headersOf(file)).isEqualTo(services);
    }

    private static JsonNode distribution() {
        return Template.all("CloudFront::Distribution").getFirst().get("DistributionConfig");
    }

    private static Map<String, String> headersOf(String file) {
        JsonNode behavior = Template.each(distribution().get("CacheBehaviors"))
                .filter(each ->
                        file.endsWith(each.get("PathPattern").asText().substring("*".length())))
                .findFirst()
                .orElse(distribution().get("DefaultCacheBehavior"));
        return headers(Template.referred(behavior.get("ResponseHeadersPolicyId"))
                .get("ResponseHeadersPolicyConfig"));
    }

    /** As a browser would get them. */
    private static Map<String, String> headers(JsonNode policy) {
        Map<String, String> headers =
                new TreeMap<>(Template.each(policy.at("/CustomHeadersConfig/Items"))
                        .collect(Collectors.toMap(
                                item -> item.get("Header").asText(),
                                item -> item.get("Value").asText())));
        JsonNode security = policy.get("SecurityHeadersConfig");
        headers.put(
                "Content-Security-Policy",
                joined(security.at("/ContentSecurityPolicy/ContentSecurityPolicy")));
        headers.put("X-Frame-Options", security.at("/FrameOptions/FrameOption").asText());
        headers.put(
                "Referrer-Policy", security.at("/ReferrerPolicy/ReferrerPolicy").asText());
        headers.put(
                "Strict-Transport-Security",
                "max-age="
                        + security.at("/StrictTransportSecurity/AccessControlMaxAgeSec")
                                .asInt());
        if (security.has("ContentTypeOptions")) {
            headers.put("X-Content-Type-Options", "nosniff");
        }
        return headers;
    }

    private static String joined(JsonNode text) {
        return Template.each(text.get("Fn::Join").get(1))
                .map(part -> part.has("Ref") ? "{" + part.get("Ref").asText() + "}" : part.asText())
                .collect(Collectors.joining());
    }
}
