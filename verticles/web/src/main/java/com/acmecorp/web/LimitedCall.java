package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.web.limit.Claim;
import com.acmecorp.web.limit.Client;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * A call of which each client has its share. What its address has left is looked at before its body is read, what an
 * order or a mailbox has left after it. Who comes too often gets 429, and hears when to come again.
 */
record LimitedCall(String operationId, Call call, Limits limits) implements Call {

    @Override
    public boolean turnsAway(RoutingContext context) {
        if (call.turnsAway(context)) {
            return true;
        }
        Client client = limits.client(context.request());
        if (client.limited()) {
            require(limits.ofAddress(operationId, client), context);
        }
        return false;
    }

    @Override
    public Future<Void> answer(Exchange exchange) {
        Client client = limits.client(exchange.context().request());
        if (!client.limited()) {
            return call.answer(exchange);
        }
        Claim claim = limits.ofBody(operationId, client, exchange.request().body());
        require(claim, exchange.context());
        return call.answer(exchange)
                .onSuccess(done -> limits.accepted(claim))
                .onFailure(failure -> limits.refused(claim, kind(failure)));
    }

    private static Kind kind(Throwable failure) {
        return failure instanceof ProblemException refusal
                ? refusal.problem().kind()
                : Kind.INTERNAL;
    }

    private void require(Claim claim, RoutingContext context) {
        if (!claim.isGranted()) {
            limits.countRefusal();
            context.response()
                    .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(claim.waitSeconds()));
            throw Problem.of(
                            Kind.TOO_MANY,
                            claim.refusal() + " Please try again in " + claim.waitSeconds() + " s.")
                    .asException();
        }
    }
}
