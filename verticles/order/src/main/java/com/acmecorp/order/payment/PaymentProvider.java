package com.acmecorp.order.payment;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentResult.Paid;

import io.vertx.core.Future;

import java.util.Optional;

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

    /**
     * What the provider holds for an order now; empty where it never charged, declined, or gave the money back.
     *
     * @return fails when it couldn't be asked
     */
    Future<Optional<Paid>> find(OrderId order);

    /**
     * What the provider has in its books for an order, to be compared with what we hold; asking changes nothing.
     *
     * @return fails when it couldn't be asked
     */
    default Future<HeldPayment> holds(OrderId order) {
        return Future.succeededFuture(new HeldPayment.Unknown());
    }

    /**
     * Gives an order's money back and takes none for that order from now on, not even by a charge that was sent before
     * and arrives later. A charge that never was is fine, and so is asking twice.
     *
     * @return fails with PARTY_REFUSED where the provider refuses to, and with CONFLICT where it says that there is
     *     nothing to give back any more, because the money is back already or went back otherwise; then its books tell.
     *     Fails with anything else when nobody knows whether it did
     */
    Future<Void> refund(OrderId order);
}
