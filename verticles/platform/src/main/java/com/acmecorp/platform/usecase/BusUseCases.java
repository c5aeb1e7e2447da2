package com.acmecorp.platform.usecase;

import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problems;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;

import java.util.function.Function;

/** Use cases as requests on the event bus. */
public final class BusUseCases implements UseCases {

    private static final String TRACE = "traceparent";
    private static final String IDEMPOTENCY_KEY = "idempotency-key";

    private final Vertx vertx;
    private final long timeoutMs;

    /**
     * Use cases on that bus.
     *
     * @param timeoutMs after which a call that wasn't answered has failed
     */
    public BusUseCases(Vertx vertx, long timeoutMs) {
        this.vertx = vertx;
        this.timeoutMs = timeoutMs;
    }

    @Override
    public Future<Void> offer(String name, Function<Request, Future<JsonObject>> useCase) {
        return vertx.eventBus()
                .<JsonObject>consumer(address(name), message -> answer(message, useCase))
                .completion();
    }

    @Override
    public Future<JsonObject> call(String name, Request request) {
        return vertx.eventBus()
                .<JsonObject>request(address(name), request.body(), headers(request))
                .map(Message::body)
                .recover(failure -> Future.failedFuture(Problems.of(failure).asException()));
    }

    private DeliveryOptions headers(Request request) {
        DeliveryOptions options = new DeliveryOptions()
                .setSendTimeout(timeoutMs)
                .addHeader(TRACE, request.trace().value());
        return request.idempotencyKey() == null
                ? options
                : options.addHeader(IDEMPOTENCY_KEY, request.idempotencyKey());
    }

    private static void answer(
            Message<JsonObject> message, Function<Request, Future<JsonObject>> useCase) {
        Future.succeededFuture(new Request(
                        message.body(),
                        TraceParent.continuing(message.headers().get(TRACE)),
                        message.headers().get(IDEMPOTENCY_KEY)))
                .compose(useCase)
                .onSuccess(message::reply)
                .onFailure(failure -> Problems.reply(message, failure));
    }

    private static String address(String name) {
        return "use-case." + name;
    }
}
