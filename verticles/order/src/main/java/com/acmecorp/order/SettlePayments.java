package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.database.DatabaseClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.util.Optional;

/**
 * Looks after payments that nobody settled in time: a process was killed, a provider didn't answer, the database was
 * away. The provider knows what became of them. A charged one is settled where its customer can ask again under an
 * idempotency key, and learn so. All others go back: their customers were told no, or nothing at all.
 */
final class SettlePayments {

    private static final Logger LOG = LoggerFactory.getLogger(SettlePayments.class);
    private static final int AT_A_TIME = 100;
    private static final int ATTEMPTS_BEFORE_SOMEBODY_IS_WOKEN = 5;

    private final DatabaseClient database;
    private final PaymentProviders providers;
    private boolean underWay;

    SettlePayments(DatabaseClient database, PaymentProviders providers) {
        this.database = database;
        this.providers = providers;
    }

    /** A payment that was taken over; the names are those of GraphQL. */
    private record Due(OrderId order, JsonObject payment) {

        static Due of(Object payment) {
            JsonObject json = (JsonObject) payment;
            return new Due(new OrderId(json.getLong("orderId")), json);
        }

        String provider() {
            return payment.getString("provider");
        }

        int attempts() {
            return payment.getInteger("attempts");
        }

        boolean mayBeSettled() {
            return payment.getBoolean("canBeAskedAgain") && !payment.getBoolean("givenUp");
        }

        JsonObject variables() {
            return JsonObject.of("orderId", order.value());
        }
    }

    /** Looks once, unless the last look is under way still. */
    void look() {
        if (!underWay) {
            underWay = true;
            takeOver()
                    .onFailure(failure ->
                            LOG.warn("open payments have to wait: {}", failure.getMessage()))
                    .onComplete(done -> underWay = false);
        }
    }

    /** Takes over what is due; ends when each of them is settled or given back, or has to wait for another attempt. */
    Future<?> takeOver() {
        return database.execute(
                        OrderOperations.TAKE_OVER_PAYMENTS, JsonObject.of("limit", AT_A_TIME))
                .map(answer -> answer.getJsonArray("takeOverPayments"))
                .compose(this::conclude);
    }

    private Future<?> conclude(JsonArray payments) {
        return Future.join(payments.stream()
                .map(Due::of)
                .map(due -> conclude(due).otherwise(failure -> putOff(due, failure)))
                .toList());
    }

    private Future<String> conclude(Due due) {
        return (due.mayBeSettled() ? ask(due) : giveBack(due))
                .onSuccess(outcome -> LOG.atWarn()
                        .addKeyValue("orderId", due.order())
                        .addKeyValue("provider", due.provider())
                        .log("a payment that was left open is {}", outcome));
    }

    private Future<String> ask(Due due) {
        return providers.find(due.provider(), due.order()).compose(charge -> follow(due, charge));
    }

    private Future<String> follow(Due due, Optional<Paid> charge) {
        return charge.isPresent() ? settle(due, charge.get()) : giveBack(due);
    }

    private Future<String> settle(Due due, Paid charge) {
        return database.execute(
                        OrderOperations.SETTLE_PAYMENT,
                        due.variables().put("reference", charge.reference()))
                .map(settled -> "settled: its order is accepted");
    }

    /** From here on it can't be settled, so that no order is accepted whose money is on its way back. */
    private Future<String> giveBack(Due due) {
        return database.execute(OrderOperations.GIVE_UP_PAYMENT, due.variables())
                .compose(answer -> answer.getBoolean("giveUpPayment")
                        ? refund(due)
                        : Future.succeededFuture("settled meanwhile"));
    }

    /** Also where nothing was charged: a charge that is still on its way must find the door closed. */
    private Future<String> refund(Due due) {
        return providers
                .giveBack(due.provider(), due.order())
                .compose(answer -> answer.refusal() == null
                        ? end(due, null).map("given back: there is no order")
                        : refused(due, answer.refusal(), answer.isHeld()));
    }

    /** A person must give it back. Where it isn't known to be held, the provider is asked for some minutes before. */
    private Future<String> refused(Due due, String refusal, boolean isHeld) {
        return isHeld || due.attempts() >= ATTEMPTS_BEFORE_SOMEBODY_IS_WOKEN
                ? end(due, refusal)
                        .map(
                                "not given back by its provider: there is no order, and a person must do so")
                : Future.failedFuture(refusal);
    }

    private Future<JsonObject> end(Due due, @Nullable String refusal) {
        return database.execute(
                OrderOperations.END_PAYMENT, due.variables().put("refusal", refusal));
    }

    private static String putOff(Due due, Throwable failure) {
        int attempts = due.attempts();
        LOG.atLevel(attempts < ATTEMPTS_BEFORE_SOMEBODY_IS_WOKEN ? Level.WARN : Level.ERROR)
                .addKeyValue("orderId", due.order())
                .addKeyValue("provider", due.provider())
                .log(
                        "nobody knows yet what became of a payment (attempt {}): {}",
                        attempts,
                        failure.getMessage());
        return "put off";
    }
}
