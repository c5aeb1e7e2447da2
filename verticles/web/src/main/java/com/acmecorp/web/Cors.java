package com.acmecorp.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import java.util.Set;

/**
 * Lets the pages of other sites call the public API. An origin that isn't listed gets no header and
 * its browser keeps the answer from it; the request itself isn't refused, because browsers name the
 * origin of our own pages, too, which is why Vert.x's handler won't do.
 */
record Cors(Set<String> origins) implements Handler<RoutingContext> {

    private static final String DAY_IN_SECONDS = "86400";

    @Override
    public void handle(RoutingContext context) {
        if (!origins.isEmpty()) {
            HttpServerResponse response =
                    context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            if (isListed(context)) {
                response.putHeader(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
                        context.request().getHeader(HttpHeaders.ORIGIN));
                response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
            }
        }
        context.next();
    }

    /** Adds what a browser wants to know before it sends the request itself. */
    void preflight(RoutingContext context, String methods) {
        if (isListed(context)) {
            context.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
                    .putHeader(
                            HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                            "Content-Type, Idempotency-Key, Last-Event-ID, traceparent")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, DAY_IN_SECONDS);
        }
    }

    private boolean isListed(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        return origin != null && origins.contains(origin);
    }
}
