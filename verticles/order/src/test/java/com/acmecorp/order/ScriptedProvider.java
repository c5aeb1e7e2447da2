package com.acmecorp.order;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentProvider;
import com.acmecorp.order.payment.PaymentResult;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A bank that does what the test says, and whose books the test can read. */
final class ScriptedProvider implements PaymentProvider {

    private final String name;
    private final Map<OrderId, Money> charges = new LinkedHashMap<>();
    private final List<OrderId> refunds = new ArrayList<>();
    private Supplier<Future<PaymentResult>> answer =
            () -> Future.succeededFuture(new PaymentResult.Paid("ref-1"));
    private Future<Void> refundAnswer = Future.succeededFuture();

    ScriptedProvider(String name) {
        this.name = name;
    }

    ScriptedProvider answers(Supplier<Future<PaymentResult>> scripted) {
        answer = scripted;
        return this;
    }

    /** It isn't there. */
    ScriptedProvider answersNoRefunds() {
        refundAnswer = Future.failedFuture("closed");
        return this;
    }

    ScriptedProvider refusesRefunds() {
        refundAnswer = Future.failedFuture(
                Problem.of(Kind.PARTY_REFUSED, name + " refused the request (422).")
                        .asException());
        return this;
    }

    /** It says that there is nothing to give back any more. */
    ScriptedProvider hasGivenBack() {
        refundAnswer = Future.failedFuture(
                Problem.of(Kind.CONFLICT, name + " refused the request (409).").asException());
        return this;
    }

    /** What it holds of customers' money. */
    Map<OrderId, Money> charges() {
        return charges;
    }

    /** What it was asked to give back. */
    List<OrderId> refunds() {
        return refunds;
    }

    @Override
    public String name() {
        return name;
    }

    /** Charges even if the answer gets lost, as real banks do. */
    @Override
    public Future<PaymentResult> pay(OrderId order, Money amount) {
        Future<PaymentResult> decision = answer.get();
        if (!(decision.result() instanceof PaymentResult.Declined)) {
            charges.put(order, amount);
        }
        return decision;
    }

    @Override
    public Future<Optional<PaymentResult.Paid>> find(OrderId order) {
        return Future.succeededFuture(Optional.ofNullable(charges.get(order))
                .map(amount -> new PaymentResult.Paid("ref-1")));
    }

    @Override
    public Future<Void> refund(OrderId order) {
        refunds.add(order);
        if (refundAnswer.succeeded()) {
            charges.remove(order);
        }
        return refundAnswer;
    }
}
