package com.acmecorp.web;

import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;

/** An operation whose answer is plain text: what the use case of the same name puts into {@code text}. */
record TextCall(UseCases useCases) implements Call {

    /** As Prometheus wants it, and browsers show it. */
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    @Override
    public Future<Void> answer(Exchange exchange) {
        return useCases.call(exchange.operationId(), exchange.request())
                .compose(answer -> exchange.context()
                        .response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, TEXT)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .end(answer.getString("text", "")));
    }
}
