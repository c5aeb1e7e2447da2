package com.acmecorp.web;

import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;

/** Most operations: the use case of the same name gets the request, its JSON is the answer. */
record UseCaseCall(UseCases useCases) implements Call {

    @Override
    public Future<Void> answer(Exchange exchange) {
        return useCases.call(exchange.operationId(), exchange.request()).compose(exchange::answer);
    }
}
