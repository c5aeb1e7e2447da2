package com.acmecorp.web;

import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;

/**
 * Most operations: the use case of the same name gets the request, its JSON is the answer.
 *
 * @param status of that answer
 */
record UseCaseCall(UseCases useCases, int status) implements Call {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    /** Answers when it is done. */
    UseCaseCall(UseCases useCases) {
        this(useCases, OK);
    }

    /** Answers that it was heard; what becomes of it isn't told. */
    static UseCaseCall accepting(UseCases useCases) {
        return new UseCaseCall(useCases, ACCEPTED);
    }

    @Override
    public Future<Void> answer(Exchange exchange) {
        return useCases.call(exchange.operationId(), exchange.request())
                .compose(answer -> exchange.answer(status, answer));
    }
}
