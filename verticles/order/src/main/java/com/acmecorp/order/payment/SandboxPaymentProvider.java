package com.acmecorp.order.payment;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.io.IOException;
import java.util.function.DoubleSupplier;

/** Stands in for a bank inside the process: moves no money, and is as slow and unreliable as it is told to be. */
public final class SandboxPaymentProvider implements PaymentProvider {

    private final Vertx vertx;
    private final String name;
    private final SandboxBehaviour behaviour;
    private final DoubleSupplier chance;

    /**
     * A provider of that name.
     *
     * @param chance numbers from 0 (inclusive) to 1 (exclusive)
     */
    public SandboxPaymentProvider(
            Vertx vertx, String name, SandboxBehaviour behaviour, DoubleSupplier chance) {
        this.vertx = vertx;
        this.name = name;
        this.behaviour = behaviour;
        this.chance = chance;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Future<PaymentResult> pay(OrderId order, Money amount) {
        return afterDelay().compose(waited -> decide(order));
    }

    @Override
    public Future<Void> refund(OrderId order) {
        return afterDelay();
    }

    private Future<PaymentResult> decide(OrderId order) {
        if (chance.getAsDouble() < behaviour.failureShare()) {
            return Future.failedFuture(new IOException(name + " did not answer"));
        }
        return Future.succeededFuture(
                chance.getAsDouble() < behaviour.declineShare()
                        ? new PaymentResult.Declined()
                        : new PaymentResult.Paid("sandbox-" + order));
    }

    private Future<Void> afterDelay() {
        return behaviour.delayMs() == 0
                ? Future.succeededFuture()
                : vertx.timer(behaviour.delayMs()).mapEmpty();
    }
}
