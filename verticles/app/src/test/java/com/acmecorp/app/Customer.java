package com.acmecorp.app;

import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Someone in front of the shop's pages: knows the public API and the links that the shop hands out. */
public final class Customer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String shop;

    Customer(String shop) {
        this.shop = shop;
    }

    /** The number and the token of an order, as a link's fragment carries them. */
    public record Link(long orderId, String token) {

        public static Link of(String url) {
            String[] parts = url.split("[#=&]", -1);
            return new Link(Long.parseLong(parts[2]), parts[4]);
        }

        public JsonObject with(String field, String value) {
            return json().put(field, value);
        }

        public JsonObject json() {
            return new JsonObject().put("orderId", orderId).put("token", token);
        }
    }

    public JsonObject get(String path) {
        return accepted(send(request(path).GET()));
    }

    /** What is there, whatever its status says. */
    JsonObject look(String path) {
        return new JsonObject(send(request(path).GET()).body());
    }

    public JsonObject post(String path, JsonObject body) {
        return accepted(send(request(path).POST(BodyPublishers.ofString(body.encode()))));
    }

    /** Posts under an idempotency key. */
    JsonObject post(String path, JsonObject body, String key) {
        return accepted(send(request(path)
                .header("idempotency-key", key)
                .POST(BodyPublishers.ofString(body.encode()))));
    }

    JsonObject put(String path, JsonObject body) {
        return accepted(send(request(path).PUT(BodyPublishers.ofString(body.encode()))));
    }

    void delete(String path) {
        accepted(send(request(path).DELETE()));
    }

    /** Posts what the shop takes without a word on what becomes of it, and answers what it says. */
    String heard(String path, JsonObject body) {
        HttpResponse<String> answer =
                send(request(path).POST(BodyPublishers.ofString(body.encode())));
        return answer.statusCode() + " " + answer.body();
    }

    /** Posts what the shop should refuse, and answers the status that it refuses with. */
    int refused(String path, JsonObject body) {
        return send(request(path).POST(BodyPublishers.ofString(body.encode()))).statusCode();
    }

    /** Watches the page of an order that somebody else shared, until it shows what is hoped for. */
    public JsonObject watch(Link order, Predicate<JsonObject> hopedFor)
            throws IOException, InterruptedException {
        return watch(order.json(), hopedFor);
    }

    /**
     * Watches the page of the order that one made.
     *
     * @param receipt createOrder's answer
     */
    public JsonObject watchOwn(JsonObject receipt, Predicate<JsonObject> hopedFor)
            throws IOException, InterruptedException {
        Link order = Link.of(receipt.getString("trackingUrl"));
        return watch(order.with("manageToken", receipt.getString("manageToken")), hopedFor);
    }

    private JsonObject watch(JsonObject links, Predicate<JsonObject> hopedFor)
            throws IOException, InterruptedException {
        HttpRequest stream = request("/orderStatus")
                .header("accept", "text/event-stream")
                .POST(BodyPublishers.ofString(links.encode()))
                .build();
        HttpResponse<Stream<String>> response = http.send(stream, BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            return lines.filter(line -> line.startsWith("data:"))
                    .map(line -> new JsonObject(line.substring("data:".length())))
                    .filter(hopedFor)
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError("the page never showed what was hoped for"));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(shop + path))
                .timeout(PATIENCE)
                .header("content-type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject accepted(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return new JsonObject(response.body());
    }
}
