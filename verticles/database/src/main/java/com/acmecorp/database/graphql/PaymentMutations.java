package com.acmecorp.database.graphql;

import com.acmecorp.database.write.DuePayments;
import com.acmecorp.database.write.DuePayments.DuePayment;
import com.acmecorp.database.write.EndPayment;
import com.acmecorp.database.write.GiveUpPayment;
import com.acmecorp.database.write.OpenPayment;
import com.acmecorp.database.write.SettlePayment;
import com.acmecorp.database.write.WriteQueue;
import com.acmecorp.events.OrderId;

import graphql.schema.idl.TypeRuntimeWiring;

import io.vertx.core.Future;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Payments, from before the provider is asked until the order is accepted or nothing of them is left. */
public final class PaymentMutations {

    private static final int MOST_AT_A_TIME = 1_000;

    private final WriteQueue writes;
    private final DuePayments due;
    private final Clock clock;

    public PaymentMutations(WriteQueue writes, DuePayments due, Clock clock) {
        this.writes = writes;
        this.due = due;
        this.clock = clock;
    }

    TypeRuntimeWiring.Builder wire(TypeRuntimeWiring.Builder mutation) {
        Mutations.field(mutation, "openPayment", this::open);
        Mutations.field(mutation, "settlePayment", this::settle);
        Mutations.field(
                mutation,
                "giveUpPayment",
                call -> writes.submit(new GiveUpPayment(call.orderId("orderId"))));
        Mutations.field(
                mutation,
                "endPayment",
                call -> writes.submit(
                        new EndPayment(call.orderId("orderId"), call.optionalText("refusal"))));
        Mutations.field(mutation, "takeOverPayments", this::takeOver);
        return mutation;
    }

    private Future<PaymentOpening> open(Arguments call) {
        Arguments order = call.object("order");
        Arguments payment = call.object("payment");
        return writes.submit(new OpenPayment(
                        order.facts(order.orderId("orderId"), clock.instant()),
                        payment.text("provider"),
                        payment.money(),
                        call.idempotencyClaim(),
                        Duration.ofMillis(payment.positive("leaseMs"))))
                .map(opening -> new PaymentOpening(opening.orderId().value(), opening.open()));
    }

    record PaymentOpening(long orderId, boolean open) {}

    private Future<Long> settle(Arguments call) {
        return writes.submit(new SettlePayment(call.orderId("orderId"), call.text("reference")))
                .map(OrderId::value);
    }

    private Future<List<Due>> takeOver(Arguments call) {
        return due.takeOver(call.limit("limit", MOST_AT_A_TIME))
                .map(payments -> payments.stream().map(Due::of).toList());
    }

    record Due(
            long orderId, String provider, boolean givenUp, boolean canBeAskedAgain, int attempts) {

        static Due of(DuePayment payment) {
            return new Due(
                    payment.order().value(),
                    payment.provider(),
                    payment.givenUp(),
                    payment.canBeAskedAgain(),
                    payment.attempts());
        }
    }
}
