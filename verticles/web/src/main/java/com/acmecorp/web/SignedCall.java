package com.acmecorp.web;

import com.acmecorp.platform.signature.BodySignature;
import com.acmecorp.platform.usecase.Request;
import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An operation whose use case judges the signature itself: it gets the body as it was sent, and the two headers. */
record SignedCall(UseCases useCases) implements Call {

    @Override
    public Future<Void> answer(Exchange exchange) {
        HttpServerRequest sent = exchange.context().request();
        Buffer body = exchange.context().body().buffer();
        JsonObject signed = JsonObject.of(
                "payload",
                body == null ? "" : body.toString(StandardCharsets.UTF_8),
                "timestamp",
                header(sent, BodySignature.TIMESTAMP_HEADER),
                "signature",
                header(sent, BodySignature.SIGNATURE_HEADER));
        return useCases.call(
                        exchange.operationId(),
                        new Request(signed, exchange.request().trace(), null))
                .compose(exchange::answer);
    }

    private static String header(HttpServerRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
