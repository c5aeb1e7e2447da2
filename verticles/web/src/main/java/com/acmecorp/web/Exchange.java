package com.acmecorp.web;

import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * A call whose request was checked and that waits for its answer.
 *
 * @param operationId which of the operations it calls
 */
record Exchange(String operationId, RoutingContext context, Request request) {

    Future<Void> answer(JsonObject body) {
        return answer(200, body);
    }

    Future<Void> answer(int status, JsonObject body) {
        return answer(status, "application/json", body);
    }

    Future<Void> answer(int status, String mediaType, JsonObject body) {
        return context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body.toBuffer());
    }
}
