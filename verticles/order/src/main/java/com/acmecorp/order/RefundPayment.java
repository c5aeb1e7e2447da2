package com.acmecorp.order;

import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.log.StepLog;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * Has a cancelled order's money given back by who took it. Asked twice, the provider gives it back once, so that a
 * failure is left to the event's next attempt.
 */
final class RefundPayment {

    private static final StepLog LOG = StepLog.of(RefundPayment.class);

    private final DatabaseClient database;
    private final PaymentProviders providers;

    RefundPayment(DatabaseClient database, PaymentProviders providers) {
        this.database = database;
        this.providers = providers;
    }

    Future<?> on(OrderCancelled event) {
        return payment(event.orderId()).compose(payment -> refund(payment, event));
    }

    /** How the order was paid; null where it is invoiced. */
    private Future<@Nullable JsonObject> payment(OrderId order) {
        return database.execute(
                        OrderOperations.GET_PAYMENT, JsonObject.of("orderId", order.value()))
                .map(answer -> answer.getJsonObject("getPayment"));
    }

    private Future<Void> refund(@Nullable JsonObject payment, OrderCancelled event) {
        if (payment == null) {
            LOG.step("nothing was paid, so nothing goes back", event);
            return Future.succeededFuture();
        }
        return providers
                .refund(payment.getString("provider"), event.orderId())
                .onSuccess(back -> LOG.step("payment is given back", event));
    }
}
