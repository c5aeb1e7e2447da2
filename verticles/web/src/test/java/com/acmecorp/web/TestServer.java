package com.acmecorp.web;

import com.acmecorp.platform.Platform;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.events.BusEventPublisher;
import com.acmecorp.platform.events.BusSubscriber;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.links.LinkTokens;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The web context on free ports, with fakes behind it and a client before it. */
final class TestServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final FakeUseCases useCases = new FakeUseCases();
    final FakeDatabase database = new FakeDatabase();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String deployment;

    /** Starts with those settings of {@code http}. */
    TestServer(JsonObject settings) {
        this(settings, new JsonObject());
    }

    /** Starts with those settings of {@code http}, and those of other groups. */
    TestServer(JsonObject settings, JsonObject others) {
        deployment = vertx.deployVerticle(new WebVerticle(config(settings, others), platform()))
                .await();
    }

    TestServer() {
        this(new JsonObject());
    }

    private static WebConfig config(JsonObject settings, JsonObject others) {
        JsonObject http = JsonObject.of(
                        "publicHost", "127.0.0.1", "publicPort", 0, "privatePort", 0)
                .mergeIn(settings);
        Settings all = new Settings(List.of(JsonObject.of("http", http), others), Map.of());
        WebConfig config = WebConfig.from(all);
        all.check();
        return config;
    }

    private Platform platform() {
        return new Platform(
                new BusEventPublisher(vertx, 1_000),
                new BusSubscriber(vertx, 1_000),
                database,
                useCases,
                new HealthChecks(vertx, 1_000),
                new LinkTokens("a secret of the tests"),
                Clock.systemUTC());
    }

    int publicPort() {
        return WebPorts.of(vertx).orElseThrow().publicPort();
    }

    int privatePort() {
        return WebPorts.of(vertx).orElseThrow().privatePort();
    }

    HttpRequest.Builder shop(String path) {
        return request(publicPort(), path);
    }

    HttpRequest.Builder operators(String path) {
        return request(privatePort(), path);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(HttpRequest.Builder request, String json) {
        return send(request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /**
     * Says that to a port, whatever it is, and hears what comes back until the connection is
     * closed.
     */
    static String talk(int port, String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void later(long delayMs, Runnable action) {
        vertx.setTimer(delayMs, due -> action.run());
    }

    HttpClient client() {
        return client;
    }

    /** Stops the context gracefully; the client may still be waiting for answers. */
    void stop() {
        vertx.undeploy(deployment).await();
    }

    @Override
    public void close() {
        client.shutdownNow();
        vertx.close().await();
    }
}
