package com.acmecorp.platform.party;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Leaves a party alone that fails again and again: it gets air, and our callers an answer at once. After a pause, one
 * call tries whether it is back. A refusal is an answer and no failure.
 *
 * <p>Each order counts once: a party that fails with a few of them as often as it is asked, and serves all others, isn't
 * down, and the others must not wait for those few.
 */
final class Breaker {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
    private static final Set<Kind> ANSWERS = Set.of(Kind.CONFLICT, Kind.PARTY_REFUSED);
    private static final long NEVER = -1;

    /** Failures further apart than that aren't counted as in a row. */
    private static final int WINDOW_MS = 60_000;

    private final String party;
    private final PartyLimits limits;
    private final CircuitBreaker breaker;
    private final FailedOrders failedOrders = new FailedOrders();

    Breaker(Vertx vertx, String party, PartyLimits limits) {
        this.party = party;
        this.limits = limits;
        this.breaker = CircuitBreaker.create(party, vertx, options(limits))
                .failurePolicy(Breaker::isFailure)
                .openHandler(opened -> leaveAlone())
                .closeHandler(closed -> LOG.info("{} is back", party));
    }

    /** The calls have limits of their own, and nobody listens to the breaker's notifications. */
    private static CircuitBreakerOptions options(PartyLimits limits) {
        return new CircuitBreakerOptions()
                .setTimeout(NEVER)
                .setNotificationAddress(null)
                .setFailuresRollingWindow(WINDOW_MS)
                .setMaxFailures(limits.failuresToOpen())
                .setResetTimeout(limits.pauseMs());
    }

    private static boolean isFailure(Future<?> call) {
        return call.failed()
                && !(call.cause() instanceof ProblemException told
                        && ANSWERS.contains(told.problem().kind()));
    }

    /** It is the party, then, and not the orders. */
    private void leaveAlone() {
        failedOrders.clear();
        LOG.warn("{} fails again and again: it is left alone for {} ms", party, limits.pauseMs());
    }

    /** Makes the call, or fails at once while the party is left alone. */
    <T> Future<T> guard(
            @Nullable OrderId order,
            Supplier<Future<T>> call,
            Supplier<ProblemException> leftAlone) {
        return make(order, call)
                .recover(failure -> Future.failedFuture(
                        failure instanceof OpenCircuitException ? leftAlone.get() : failure));
    }

    private <T> Future<T> make(@Nullable OrderId order, Supplier<Future<T>> call) {
        Future<T> made = failedOrders.include(order) && isClosed()
                ? call.get().compose(this::countSuccess)
                : breaker.execute(call);
        return made.onComplete(ended -> {
            if (isClosed()) {
                failedOrders.note(order, made);
            }
        });
    }

    /** What succeeds ends the failures in a row, whoever it was asked for. */
    private <T> Future<T> countSuccess(T answer) {
        return breaker.execute(() -> Future.succeededFuture(answer)).otherwise(answer);
    }

    private boolean isClosed() {
        return breaker.state() == CircuitBreakerState.CLOSED;
    }

    /** For the health of the process: fails while the party is left alone. */
    Future<JsonObject> health() {
        return isClosed()
                ? Future.succeededFuture(new JsonObject())
                : Future.failedFuture("%s fails again and again; it is tried every %d ms"
                        .formatted(party, limits.pauseMs()));
    }
}
