package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * The answer to an order for which there is no room. It is written thousands of times a second when it matters, so all
 * of it but the trace is prepared.
 */
final class Overload {

    static final Problem PROBLEM = Problem.of(
            Kind.OVERLOADED,
            "There are more orders right now than we can take; please try again shortly.");

    private static final CharSequence TYPE =
            HttpHeaders.createOptimized("application/problem+json");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence NO_SNIFF_NAME =
            HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

    private static final String NO_TRACE = "0".repeat(32);
    private static final Buffer BEFORE_TRACE;
    private static final Buffer AFTER_TRACE;

    static {
        String json = Answers.json(PROBLEM, NO_TRACE).encode();
        int trace = json.indexOf(NO_TRACE);
        BEFORE_TRACE = Buffer.buffer(json.substring(0, trace));
        AFTER_TRACE = Buffer.buffer(json.substring(trace + NO_TRACE.length()));
    }

    private Overload() {}

    static Future<Void> answer(RoutingContext context, int retryAfterSeconds) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return Future.succeededFuture();
        }
        response.setStatusCode(PROBLEM.kind().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .putHeader(NO_SNIFF_NAME, NO_SNIFF)
                .putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        return response.end(Buffer.buffer(BEFORE_TRACE.length() + 64)
                .appendBuffer(BEFORE_TRACE)
                .appendString(Answers.trace(context).traceId())
                .appendBuffer(AFTER_TRACE));
    }
}
