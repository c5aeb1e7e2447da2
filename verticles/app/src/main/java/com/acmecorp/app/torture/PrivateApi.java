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
 * What a system tells only its operators. Its methods block.
 *
 * @param database URL of its GraphQL API; the others are beside it
 */
record PrivateApi(String database) {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    /** The data that such a query has. */
    JsonObject query(String query) {
        return answer(HttpRequest.newBuilder(URI.create(database))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                JsonObject.of("query", query).encode())))
                .getJsonObject("data");
    }

    /** What is answered under that name, such as {@code health}; a system that isn't well answers, too. */
    JsonObject get(String name) {
        return answer(HttpRequest.newBuilder(URI.create(database).resolve(name)));
    }

    private static JsonObject answer(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new JsonObject(
                    http.send(request.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
