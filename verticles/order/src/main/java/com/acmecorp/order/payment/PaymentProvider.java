package com.acmecorp.order.payment;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;

/** A bank that charges customers. */
public interface PaymentProvider {

    /** Its name, as it stands in the payment's record. */
    String name();

    /**
     * Charges an order's amount.
     *
     * @param order also the idempotency key: asked twice, the provider charges once
     * @return what it decided; fails when it couldn't be asked, and then nobody knows whether it charged
     */
    Future<PaymentResult> pay(OrderId order, Money amount);

    /** Gives an order's money back; a charge that never was is fine. */
    Future<Void> refund(OrderId order);
}
