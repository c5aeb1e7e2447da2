package com.acmecorp.web;

import com.acmecorp.platform.config.Loopback;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.web.admission.AdmissionConfig;
import com.acmecorp.web.limit.LimitsConfig;
import com.google.re2j.Pattern;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The web context's settings.
 *
 * @param publicPort 0 for any that is free
 * @param privateKey demanded on the private listener; empty only where that is on the loopback
 *     address
 * @param privateBudgetMs for a use case on the private listener to be done; then the caller is told
 *     that it takes longer
 * @param corsOrigins other sites whose pages may call the public API, as browsers write them
 * @param staticFolder where the pages are worked on; empty for those in the jar
 * @param mostConnections to the public listener, open at a time
 * @param firstRequestSeconds until a new connection sends its first byte
 * @param requestSeconds from a request's first byte to its last
 * @param mostStreams order-status streams open at a time; further shoppers ask instead
 * @param shutdownSeconds for what is in flight when the process stops
 * @param admission when new orders are refused
 * @param limits what one client may take
 */
public record WebConfig(
        String publicHost,
        int publicPort,
        String privateHost,
        int privatePort,
        String privateKey,
        int privateBudgetMs,
        Set<String> corsOrigins,
        int maxBodyBytes,
        int idleTimeoutSeconds,
        int mostConnections,
        int firstRequestSeconds,
        int requestSeconds,
        String staticFolder,
        boolean graphiql,
        int mostStreams,
        int streamPollMs,
        int streamMaxSeconds,
        int shutdownSeconds,
        AdmissionConfig admission,
        LimitsConfig limits) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int SHORTEST_KEY = 16;
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:\\d{1,5})?");

    public WebConfig {
        corsOrigins = Set.copyOf(corsOrigins);
    }

    public static WebConfig from(Settings settings) {
        WebConfig config = new WebConfig(
                settings.text(
                        "http.publicHost",
                        "address of the shop and the public API; `0.0.0.0` for all of this machine's",
                        "127.0.0.1"),
                settings.number(
                        "http.publicPort", "its port; 0: any that is free", 8080, 0, HIGHEST_PORT),
                settings.text("http.privateHost", "address of the private API", "127.0.0.1"),
                settings.number(
                        "http.privatePort", "its port; 0: any that is free", 8081, 0, HIGHEST_PORT),
                settings.text(
                        "http.privateKey",
                        "demanded by the private API, at least 16 characters; needed on any address but loopback",
                        ""),
                settings.number(
                        "http.privateBudgetMs",
                        "a private call's use case; after it, the caller gets 503 and the work goes on",
                        4_500,
                        1,
                        600_000),
                origins(
                        settings,
                        "http.corsOrigins",
                        "other sites whose pages may call the public API, with commas between"),
                settings.number(
                        "http.maxBodyBytes", "largest request body", 65_536, 1_024, 16_777_216),
                settings.number(
                        "http.idleTimeoutSeconds",
                        "after which a silent connection is closed",
                        60,
                        1,
                        3_600),
                settings.number(
                        "http.mostConnections",
                        "connections to the public port at a time, at most three quarters of the files that the process may open; beyond, they are answered 503 and closed",
                        10_000,
                        1,
                        1_000_000),
                settings.number(
                        "http.firstRequestSeconds",
                        "after which a new connection that has sent nothing is closed",
                        10,
                        1,
                        3_600),
                settings.number(
                        "http.requestSeconds",
                        "from a request's first byte to its last; beyond, it is answered 408",
                        20,
                        1,
                        3_600),
                settings.text(
                        "http.staticFolder",
                        "folder of the pages while they are worked on; left out: those in the jar",
                        ""),
                settings.flag(
                        "http.graphiql", "whether GraphiQL is served, on the private port", true),
                settings.number(
                        "http.mostStreams",
                        "live streams of orders' status open at a time; beyond, shoppers ask",
                        500,
                        0,
                        100_000),
                settings.number(
                        "http.streamPollMs",
                        "between two looks for what they should tell",
                        1_000,
                        10,
                        60_000),
                settings.number(
                        "http.streamMaxSeconds", "after which such a stream ends", 600, 1, 86_400),
                settings.number(
                        "http.shutdownSeconds",
                        "for requests in flight when the process stops",
                        5,
                        0,
                        300),
                AdmissionConfig.from(settings),
                LimitsConfig.from(settings));
        config.checkKey(settings);
        config.checkFolder(settings);
        return config;
    }

    boolean privateOnLoopback() {
        return Loopback.isHost(privateHost);
    }

    private void checkKey(Settings settings) {
        if (privateKey.isEmpty() && !privateOnLoopback()) {
            settings.error(
                    "http.privateKey",
                    "is needed, for the private API listens on %s, which others can reach"
                            .formatted(privateHost));
        } else if (!privateKey.isEmpty() && privateKey.length() < SHORTEST_KEY) {
            settings.error("http.privateKey", "needs at least " + SHORTEST_KEY + " characters");
        }
    }

    private void checkFolder(Settings settings) {
        if (!staticFolder.isEmpty() && !Files.isDirectory(Path.of(staticFolder))) {
            settings.error("http.staticFolder", "there is no folder " + staticFolder);
        }
    }

    private static Set<String> origins(Settings settings, String key, String about) {
        Set<String> origins = Stream.of(settings.text(key, about, "").split(",", -1))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toSet());
        origins.stream()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .forEach(origin -> settings.error(
                        key,
                        "expected origins such as https://shop.example.com with commas between, found "
                                + origin));
        return origins;
    }

    /** Without the key, which must not end up in a log. */
    @Override
    public String toString() {
        return "WebConfig[public %s:%d, private %s:%d]"
                .formatted(publicHost, publicPort, privateHost, privatePort);
    }
}
