package com.acmecorp.order;

import com.acmecorp.events.OrderCancelled;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.log.StepLog;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a cancelled order's money given back by who took it. Asked twice, the provider gives it back once, so that a
 * failure is left to the event's next attempt. A refusal is an answer: it is kept, and people are told.
 */
final class RefundPayment {

    private static final StepLog STEPS = StepLog.of(RefundPayment.class);
    private static final Logger LOG = LoggerFactory.getLogger(RefundPayment.class);
    private static final String DUE = "DUE";

    private final DatabaseClient database;
    private final PaymentProviders providers;

    RefundPayment(DatabaseClient database, PaymentProviders providers) {
        this.database = database;
        this.providers = providers;
    }

    Future<?> on(OrderCancelled event) {
        return database.execute(
                        OrderOperations.BEGIN_REFUND,
                        JsonObject.of("orderId", event.orderId().value()))
                .compose(begun -> refund(begun.getJsonObject("beginRefund"), event));
    }

    /** Nothing is asked for twice that has an end: a refund that was refused is not to be refused again. */
    private Future<?> refund(@Nullable JsonObject refund, OrderCancelled event) {
        if (refund == null) {
            STEPS.step("nothing was paid, so nothing goes back", event);
            return Future.succeededFuture();
        }
        return refund.getString("state").equals(DUE)
                ? ask(refund.getString("provider"), event)
                : Future.succeededFuture();
    }

    private Future<?> ask(String provider, OrderCancelled event) {
        return providers
                .giveBack(provider, event.orderId())
                .compose(answer -> answer.refusal() == null
                        ? givenBack(event)
                        : refused(provider, answer.refusal(), event));
    }

    private Future<JsonObject> givenBack(OrderCancelled event) {
        return end(event, null).onSuccess(kept -> STEPS.step("payment is given back", event));
    }

    private Future<JsonObject> refused(String provider, String refusal, OrderCancelled event) {
        LOG.atError()
                .addKeyValue("orderId", event.orderId())
                .addKeyValue("provider", provider)
                .log("the provider gives a cancelled order's money not back: {}", refusal);
        return end(event, refusal);
    }

    private Future<JsonObject> end(OrderCancelled event, @Nullable String refusal) {
        return database.execute(
                OrderOperations.END_REFUND,
                new JsonObject().put("orderId", event.orderId().value()).put("refusal", refusal));
    }
}
