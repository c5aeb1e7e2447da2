package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.UseCases;
import com.acmecorp.web.admission.Admission;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A use case that begins new work, which is let in only while there is room for it. Whoever is refused hears so before
 * its body is read, and when to ask again. One that asks again before that time on the same connection gets its answer
 * only then: a client that asks without a pause costs as little as one that waits.
 */
record AdmittedCall(UseCases useCases, Admission admission, OpenConnections connections)
        implements Call {

    private static final Logger LOG = LoggerFactory.getLogger(AdmittedCall.class);
    private static final String KEY = "Idempotency-Key";

    @Override
    public boolean turnsAway(RoutingContext context) {
        if (admission.hasRoom(context.request().getHeader(KEY))) {
            return false;
        }
        int seconds = admission.refuse();
        long waitMs = connections.refused(context.request().connection(), seconds);
        if (waitMs == 0) {
            refuse(context, seconds);
        } else {
            hold(context, waitMs, seconds);
        }
        return true;
    }

    /** It is told when its time has come, or earlier when there is room again. */
    private void hold(RoutingContext context, long waitMs, int seconds) {
        Runnable refusal = () -> refuse(context, seconds);
        admission.hold(refusal);
        context.vertx().setTimer(waitMs, due -> {
            if (admission.release(refusal)) {
                refusal.run();
            }
        });
    }

    private static void refuse(RoutingContext context, int seconds) {
        Overload.answer(context, seconds)
                .onFailure(gone -> LOG.debug("nobody waits for the answer", gone));
    }

    /** There was room when the head came; others may have taken it until the body was there. */
    @Override
    public Future<Void> answer(Exchange exchange) {
        if (!admission.take(exchange.request().idempotencyKey())) {
            exchange.context()
                    .response()
                    .putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(admission.refuse()));
            return Future.failedFuture(Overload.PROBLEM.asException());
        }
        return call(exchange).onComplete(done -> admission.done()).compose(exchange::answer);
    }

    private Future<JsonObject> call(Exchange exchange) {
        return useCases.call(exchange.operationId(), exchange.request()).onFailure(failure -> {
            if (failure instanceof ProblemException refusal
                    && refusal.problem().kind() == Kind.OVERLOADED) {
                admission.overloaded();
            }
        });
    }
}
