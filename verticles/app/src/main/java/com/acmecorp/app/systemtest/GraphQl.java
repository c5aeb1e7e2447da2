package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The system's private GraphQL API, seen from outside. */
final class GraphQl {

    private static final long ANSWER_TIMEOUT_MS = 60_000;
    private static final JsonArray NONE = new JsonArray();

    private final HttpClient http;
    private final RequestOptions database;

    GraphQl(HttpClient http, String database, String key) {
        this.http = http;
        this.database = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(database)
                .setTimeout(ANSWER_TIMEOUT_MS)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (!key.isEmpty()) {
            this.database.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        }
    }

    /** Answers the data; what isn't found is null in it. Fails when anything else is wrong. */
    Future<JsonObject> ask(String query, JsonObject variables) {
        JsonObject body = new JsonObject().put("query", query).put("variables", variables);
        return http.request(database)
                .compose(request -> request.send(body.toBuffer()))
                .compose(HttpClientResponse::body)
                .compose(GraphQl::data);
    }

    private static Future<JsonObject> data(Buffer body) {
        JsonObject answer = body.toJsonObject();
        boolean foundOut = answer.getJsonArray("errors", NONE).stream()
                .allMatch(error -> error instanceof JsonObject told && isAbsence(told));
        return answer.getValue("data") instanceof JsonObject data && foundOut
                ? Future.succeededFuture(data)
                : Future.failedFuture(new IllegalStateException(
                        "the database refused to answer: " + answer.encode()));
    }

    private static boolean isAbsence(JsonObject error) {
        return error.getValue("extensions") instanceof JsonObject told
                && "NOT_FOUND".equals(told.getValue("code"));
    }
}
