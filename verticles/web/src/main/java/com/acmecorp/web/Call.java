package com.acmecorp.web;

import io.vertx.core.Future;

/** What answers an operation. */
@FunctionalInterface
interface Call {

    /** Answers the exchange; a failure is answered as the problem that it means. */
    Future<Void> answer(Exchange exchange);
}
