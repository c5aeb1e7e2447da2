package com.acmecorp.web;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** What answers an operation. */
@FunctionalInterface
interface Call {

    /** Answers the exchange; a failure is answered as the problem that it means. */
    Future<Void> answer(Exchange exchange);

    /** Looks at a request before its body is read. True: it was answered, and goes no further. */
    default boolean turnsAway(RoutingContext context) {
        return false;
    }
}
