package com.acmecorp.app.torture;

import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * JSON over HTTP, as people use it to look after a system. Its methods block.
 *
 * @param url before each path, without a slash at its end
 */
record JsonApi(String url) {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    JsonObject get(String path) {
        return send(to(path).GET());
    }

    JsonObject post(String path, JsonObject body) {
        return send(to(path).POST(BodyPublishers.ofString(body.encode())));
    }

    /** The data that such a query of GraphQL has. */
    JsonObject query(String query) {
        return post("/database", JsonObject.of("query", query)).getJsonObject("data");
    }

    JsonObject put(String path, JsonObject body) {
        return send(to(path).PUT(BodyPublishers.ofString(body.encode())));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json");
    }

    /** What is no JSON, such as figures. */
    String text(String path) {
        return body(to(path).GET());
    }

    private static JsonObject send(HttpRequest.Builder request) {
        return new JsonObject(body(request));
    }

    private static String body(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
