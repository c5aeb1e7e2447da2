package com.acmecorp.web;

import static java.util.Objects.requireNonNull;

import com.acmecorp.events.SiteHeaders;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.admission.Pressure;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.web.admission.Admission;
import com.acmecorp.web.limit.Clients;
import com.acmecorp.web.openapi.ApiDocument;
import com.acmecorp.web.openapi.ApiFiles;
import com.acmecorp.web.site.Site;
import com.acmecorp.web.site.SiteFiles;

import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The web context: the only one that listens on HTTP.
 *
 * <p>Consumes no event and emits none. It checks requests against the OpenAPI documents, calls the
 * use cases of the other contexts, and answers. It owns the two listeners: the public one with the
 * shop's pages and its API, and the private one with the operators' tools and API. One event loop
 * serves both: nothing on it waits for anything.
 */
public final class WebVerticle extends VerticleBase {

    private static final long SWEEP_MS = 500;
    private static final String SHOP_IN_JAR = "static";
    private static final String TOOLS_IN_JAR = "tools";

    private final WebConfig config;
    private final Platform platform;
    private final List<HttpServer> servers = new ArrayList<>();
    private @Nullable StatusStreams streams;

    public WebVerticle(WebConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
    }

    /** What the listeners need from the jar. */
    private record Loaded(ApiDocument publicApi, ApiDocument privateApi, Site shop, Site tools) {}

    @Override
    public Future<?> start() {
        return vertx.executeBlocking(this::load)
                .compose(loaded -> listen(requireNonNull(loaded)))
                .onSuccess(ports -> ports.publish(vertx));
    }

    private Loaded load() {
        ApiFiles apis = new ApiFiles();
        return new Loaded(
                apis.document("public.yaml"),
                apis.document("private.yaml"),
                shop(),
                Site.of(SiteFiles.inClassPath(TOOLS_IN_JAR), PrivateRoutes.HEADERS));
    }

    private Site shop() {
        return config.staticFolder().isEmpty()
                ? Site.of(SiteFiles.inClassPath(SHOP_IN_JAR), SiteHeaders.shop())
                : Site.of(vertx, Path.of(config.staticFolder()), SiteHeaders.shop());
    }

    private Future<WebPorts> listen(Loaded loaded) {
        Figures figures = Figures.of(vertx);
        Clients clients = new Clients(config.limits());
        OpenConnections connections = new OpenConnections(
                ConnectionLimits.ofPublic(config), clients, figures, platform.clock());
        OpenConnections privateConnections = new OpenConnections(
                ConnectionLimits.ofPrivate(config), clients, figures, platform.clock());
        vertx.setPeriodic(SWEEP_MS, due -> {
            connections.sweep();
            privateConnections.sweep();
        });
        Future<Integer> publicPort = listen(
                "public",
                config.publicHost(),
                config.publicPort(),
                publicRouter(loaded, connections),
                connections);
        Future<Integer> privatePort = listen(
                "private",
                config.privateHost(),
                config.privatePort(),
                privateRouter(loaded),
                privateConnections);
        return Future.all(publicPort, privatePort)
                .map(both -> new WebPorts(publicPort.result(), privatePort.result()));
    }

    private Future<Integer> listen(
            String name, String host, int port, Router router, OpenConnections connections) {
        return new Listener(name, host, port)
                .listen(vertx, router, connections, config.idleTimeoutSeconds())
                .onSuccess(servers::add)
                .map(HttpServer::actualPort);
    }

    private Router publicRouter(Loaded loaded, OpenConnections connections) {
        Limits limits = new Limits(config.limits(), TimeMeter.SYSTEM_NANOTIME, Figures.of(vertx));
        streams = new StatusStreams(vertx, platform.useCases(), limits, config);
        Router router = Answers.router(vertx);
        Admission admission = new Admission(
                config.admission(), Pressure.of(vertx), Figures.of(vertx), platform.clock());
        Call createOrder = new AdmittedCall(platform.useCases(), admission, connections);
        new PublicRoutes(platform.useCases(), createOrder, streams, limits, loaded.shop())
                .mount(router, loaded.publicApi(), config);
        return router;
    }

    private Router privateRouter(Loaded loaded) {
        Router router = Answers.router(vertx);
        new PrivateRoutes(platform, loaded.tools())
                .mount(vertx, router, loaded.privateApi(), config);
        return router;
    }

    /** What is in flight is finished; streams would never be, so they are ended. */
    @Override
    public Future<?> stop() {
        if (streams != null) {
            streams.close();
        }
        return Future.join(servers.stream()
                .map(server -> server.shutdown(config.shutdownSeconds(), TimeUnit.SECONDS))
                .toList());
    }
}
