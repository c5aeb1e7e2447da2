package com.acmecorp.order;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.Settlement.PayUpfront;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.order.payment.PaymentResult;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.UnclearWrite;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an order that is paid upfront: opens its payment, has the provider charge it, and settles: the order is accepted
 * with its payment in one transaction. Whatever ends in between, a process included, the open payment is on record, and
 * {@link SettlePayments} finds out what became of it.
 */
final class PayOrder {

    private static final StepLog STEPS = StepLog.of(PayOrder.class);
    private static final Logger LOG = LoggerFactory.getLogger(PayOrder.class);

    private final DatabaseClient database;
    private final PaymentProviders providers;
    private final int leaseMs;

    /**
     * Payments at these providers.
     *
     * @param leaseMs for how long one is ours to look after; longer than a payment takes
     */
    PayOrder(DatabaseClient database, PaymentProviders providers, int leaseMs) {
        this.database = database;
        this.providers = providers;
        this.leaseMs = leaseMs;
    }

    /** An order, and what it costs where. */
    private record Due(Candidate candidate, String provider, Money amount) {

        OrderId order() {
            return candidate.id();
        }

        JsonObject variables() {
            return JsonObject.of("orderId", order().value());
        }
    }

    /** Answers the number under which it, or an earlier one of the same key, was accepted. */
    Future<OrderId> pay(Candidate candidate, PayUpfront upfront) {
        Due due = new Due(candidate, upfront.providerOf(candidate.order()), candidate.price());
        return open(due).compose(opening -> follow(due, opening));
    }

    private Future<JsonObject> open(Due due) {
        JsonObject variables = new JsonObject()
                .put("order", due.candidate().accepted())
                .put("payment", OrderJson.payment(due.provider(), due.amount(), leaseMs))
                .put("idempotency", due.candidate().claim());
        return UnclearWrite.onceMore(
                        () -> database.execute(OrderOperations.OPEN_PAYMENT, variables))
                .map(answer -> answer.getJsonObject("openPayment"));
    }

    private Future<OrderId> follow(Due due, JsonObject opening) {
        return opening.getBoolean("open")
                ? charge(due)
                : Future.succeededFuture(new OrderId(opening.getLong("orderId")));
    }

    private Future<OrderId> charge(Due due) {
        return providers
                .pay(due.provider(), due.order(), due.amount())
                .compose(result -> follow(due, result), failure -> unavailable(due, failure));
    }

    private Future<OrderId> follow(Due due, PaymentResult result) {
        return switch (result) {
            case Paid paid -> settle(due, paid);
            case Declined _ -> end(due).compose(ended -> declined(due));
        };
    }

    private Future<OrderId> settle(Due due, Paid paid) {
        return UnclearWrite.onceMore(() -> write(due, paid))
                .recover(failure -> notSettled(due, paid, failure))
                .onSuccess(settled -> STEPS.step(
                        "order paid and accepted", due.order(), due.candidate().trace()));
    }

    private Future<OrderId> write(Due due, Paid paid) {
        return database.execute(
                        OrderOperations.SETTLE_PAYMENT,
                        due.variables().put("reference", paid.reference()))
                .map(settled -> due.order());
    }

    /**
     * Where there is nothing to give up, it was accepted after all, or given back by those who look after open payments.
     * Settling once more tells which.
     */
    private Future<OrderId> notSettled(Due due, Paid paid, Throwable failure) {
        return giveUp(due)
                .compose(
                        givenUp -> givenUp
                                ? Future.failedFuture(failure)
                                : UnclearWrite.onceMore(() -> write(due, paid)),
                        unwritten -> Future.failedFuture(unknown(due)));
    }

    /** What never reached the provider is ended at once, so that its key doesn't wait for a provider that is away. */
    private Future<OrderId> unavailable(Due due, Throwable failure) {
        LOG.atWarn()
                .addKeyValue("orderId", due.order())
                .addKeyValue("provider", due.provider())
                .setCause(failure)
                .log("payment provider not available");
        return isAway(failure)
                ? end(due).compose(ended -> Future.failedFuture(noOrder(due)))
                : giveUp(due)
                        .compose(
                                givenUp -> givenUp
                                        ? Future.failedFuture(noOrder(due))
                                        : findAccepted(due),
                                unwritten -> Future.failedFuture(unknown(due)));
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException problem
                && problem.problem().kind() == Kind.PARTY_AWAY;
    }

    /** Where there was nothing to give up, those who look after open payments have settled it, or given it back. */
    private Future<OrderId> findAccepted(Due due) {
        return database.execute(
                        OrderOperations.TIMELINE,
                        JsonObject.of("id", due.order().value()))
                .compose(
                        answer -> answer.getJsonArray("getTimeline").isEmpty()
                                ? Future.failedFuture(noOrder(due))
                                : Future.succeededFuture(due.order()),
                        unread -> Future.failedFuture(unknown(due)));
    }

    private static ProblemException noOrder(Due due) {
        return Problem.of(
                        Kind.UNAVAILABLE,
                        due.provider()
                                + " can't be reached right now; no order was placed. Please try again shortly.")
                .asException();
    }

    /** Without a key the payment is given back in any case; with one, it may be settled later. */
    private static ProblemException unknown(Due due) {
        return due.candidate().claim() == null
                ? noOrder(due)
                : Problem.of(
                                Kind.UNAVAILABLE,
                                "We don't know yet whether your order was placed. Please ask again in a moment, with the"
                                        + " same Idempotency-Key; you won't be charged twice.")
                        .asException();
    }

    /** Whether there was something to give up. */
    private Future<Boolean> giveUp(Due due) {
        return database.execute(OrderOperations.GIVE_UP_PAYMENT, due.variables())
                .map(answer -> answer.getBoolean("giveUpPayment"));
    }

    /** Where that fails, the payment is taken over later, and its key has to wait until then. */
    private Future<Boolean> end(Due due) {
        return database.execute(OrderOperations.END_PAYMENT, due.variables())
                .map(answer -> answer.getBoolean("endPayment"))
                .otherwise(false);
    }

    private static Future<OrderId> declined(Due due) {
        return Future.failedFuture(Problem.of(
                        Kind.PAYMENT_DECLINED,
                        due.provider() + " declined the payment of " + due.amount()
                                + "; nothing was charged and no order was placed.")
                .asException());
    }
}
