package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A use case that is called by machines which don't wait: an EventBridge API destination hangs up
 * after 5 s and learns nothing. Whoever is answered in time that it takes longer knows to ask
 * again; the work goes on meanwhile, and doing it twice does it once.
 *
 * @param budgetMs from the request to the answer, done or not
 */
record TimelyCall(UseCases useCases, int budgetMs) implements Call {

    private static final Logger LOG = LoggerFactory.getLogger(TimelyCall.class);

    @Override
    public Future<Void> answer(Exchange exchange) {
        return useCases.call(exchange.operationId(), exchange.request())
                .timeout(budgetMs, TimeUnit.MILLISECONDS)
                .recover(failure -> explain(failure, exchange))
                .compose(exchange::answer);
    }

    private Future<JsonObject> explain(Throwable failure, Exchange exchange) {
        if (!(failure instanceof TimeoutException)) {
            return Future.failedFuture(failure);
        }
        LOG.atWarn()
                .addKeyValue("traceId", exchange.request().trace().traceId())
                .log("{} takes longer than {} ms", exchange.operationId(), budgetMs);
        return Future.failedFuture(Problem.of(
                        Kind.UNAVAILABLE,
                        "This takes longer than %d ms and goes on. Please ask again: what was done for an order is not done twice."
                                .formatted(budgetMs))
                .asException());
    }
}
