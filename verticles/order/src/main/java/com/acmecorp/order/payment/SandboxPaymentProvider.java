package com.acmecorp.order.payment;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A provider that charges nobody: it answers as it is told to, and remembers the last orders that it was asked about, as
 * long as the process lives. Belongs to one event loop.
 */
public final class SandboxPaymentProvider implements PaymentProvider {

    static final int MOST_REMEMBERED = 10_000;

    private final Vertx vertx;
    private final String name;
    private final SandboxBehaviour behaviour;
    private final DoubleSupplier chance;
    private final Map<OrderId, Entry> entries = new LinkedHashMap<>();

    /** What became of an order's payment. */
    private enum Entry {
        CHARGED,
        GIVEN_BACK
    }

    /**
     * A sandbox.
     *
     * @param chance numbers from 0 (inclusive) to 1 (exclusive) that decide what happens to a call
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
        return afterDelay().compose(waited -> decide(order)).compose(this::answered);
    }

    @Override
    public Future<Optional<Paid>> find(OrderId order) {
        return afterDelay()
                .map(waited -> entries.get(order) == Entry.CHARGED
                        ? Optional.of(charge(order))
                        : Optional.<Paid>empty())
                .compose(this::answered);
    }

    @Override
    public Future<HeldPayment> holds(OrderId order) {
        return afterDelay()
                .map(waited -> Optional.ofNullable(entries.get(order))
                        .map(SandboxPaymentProvider::held)
                        .orElseGet(HeldPayment.Unknown::new));
    }

    private static HeldPayment held(Entry entry) {
        return switch (entry) {
            case CHARGED -> new HeldPayment.Charged(null);
            case GIVEN_BACK -> new HeldPayment.GivenBack();
        };
    }

    @Override
    public Future<Void> refund(OrderId order) {
        return afterDelay().compose(waited -> giveBack(order)).compose(this::answered);
    }

    /** What was never charged, or has gone back, isn't refused. */
    private Future<Void> giveBack(OrderId order) {
        if (entries.get(order) == Entry.CHARGED && happens(behaviour.refundRefuseShare())) {
            return Future.failedFuture(Problem.of(Kind.PARTY_REFUSED, name + " refused the refund.")
                    .asException());
        }
        remember(order, Entry.GIVEN_BACK);
        return Future.succeededFuture();
    }

    /** The answer, unless it gets lost after the work was done. */
    private <T extends @Nullable Object> Future<T> answered(T answer) {
        return happens(behaviour.lostAnswerShare())
                ? Future.failedFuture(new IOException(name + " did not answer"))
                : Future.succeededFuture(answer);
    }

    private boolean happens(double share) {
        return share > 0 && chance.getAsDouble() < share;
    }

    private Future<PaymentResult> decide(OrderId order) {
        if (entries.get(order) == Entry.GIVEN_BACK
                || chance.getAsDouble() < behaviour.declineShare()) {
            return Future.succeededFuture(new Declined());
        }
        remember(order, Entry.CHARGED);
        return chance.getAsDouble() < behaviour.failureShare()
                ? Future.failedFuture(new IOException(name + " did not answer"))
                : Future.succeededFuture(charge(order));
    }

    private void remember(OrderId order, Entry entry) {
        entries.put(order, entry);
        if (entries.size() > MOST_REMEMBERED) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    private static Paid charge(OrderId order) {
        return new Paid("sandbox-" + order);
    }

    private Future<Void> afterDelay() {
        return behaviour.delayMs() == 0
                ? Future.succeededFuture()
                : vertx.timer(behaviour.delayMs()).mapEmpty();
    }
}
