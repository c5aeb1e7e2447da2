package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class SiteHeadersTest {

    private static final String POLICY = "Content-Security-Policy";

    private final SiteHeaders headers = SiteHeaders.shop();

    @Test
    void letsPagesDoNothingThatTheyNeedNotDo() {
        assertThat(headers.ofDocument(Set.of()).get(POLICY))
                .startsWith("default-src 'none'; ")
                .contains("script-src 'self';", "style-src 'self';", "connect-src 'self';")
                .contains("frame-ancestors 'none';", "base-uri 'none';", "form-action 'self';")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "*", "http", "upgrade-insecure-requests");
    }

    @Test
    void letsPagesCallAnApiElsewhere() {
        assertThat(headers.ofDocument(Set.of("https://api.shop.example")).get(POLICY))
                .contains("; connect-src 'self' https://api.shop.example; ");
    }

    @Test
    void letsPicturesBeKeptAndShownElsewhere() {
        assertThat(headers.ofFile("img/BB001.svg"))
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin")
                .hasEntrySatisfying(
                        "Cache-Control", kept -> assertThat(kept).contains("max-age=86400"));
    }

    @Test
    void hasEverythingElseAskedForAnew() {
        for (String name : List.of("index.html", "css/base.css", "js/dom.js", "config.json")) {
            assertThat(headers.ofFile(name))
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                    .containsEntry("Cache-Control", "no-cache");
        }
    }

    @Test
    void keepsItsHeadersUnderAnotherPolicy() {
        SiteHeaders others = headers.withPolicy(List.of("default-src 'self'"));

        assertThat(others.ofDocument(Set.of()))
                .containsAllEntriesOf(headers.documents())
                .containsEntry(POLICY, "default-src 'self'");
    }
}
