package com.acmecorp.database.graphql;

import com.acmecorp.database.read.OrderReads;
import com.acmecorp.database.write.AskRefundAgain;
import com.acmecorp.database.write.BeginRefund;
import com.acmecorp.database.write.EndRefund;
import com.acmecorp.database.write.Refund;
import com.acmecorp.database.write.SettleRefund;
import com.acmecorp.database.write.WriteQueue;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import graphql.schema.idl.RuntimeWiring;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What is to go back to customers, and what became of it. */
public record RefundFields(OrderReads orders, WriteQueue writes) {

    private static final int LONGEST_REASON = 500;

    /** The schema's Refund. */
    record View(
            long orderId,
            String provider,
            long amount,
            String currency,
            String state,
            @Nullable String refusal,
            @Nullable String byHand,
            int attempts,
            long dueAtMs,
            @Nullable Long askedAtMs,
            @Nullable Long endedAtMs) {

        static @Nullable View of(@Nullable Refund refund) {
            return refund == null
                    ? null
                    : new View(
                            refund.order().value(),
                            refund.provider(),
                            refund.amount().minorUnits(),
                            refund.amount().currency().getCurrencyCode(),
                            refund.state().name(),
                            refund.refusal(),
                            refund.byHand(),
                            refund.attempts(),
                            refund.dueAt().toEpochMilli(),
                            millis(refund.askedAt()),
                            millis(refund.endedAt()));
        }

        private static @Nullable Long millis(@Nullable Instant instant) {
            return instant == null ? null : instant.toEpochMilli();
        }
    }

    RuntimeWiring.Builder wire(RuntimeWiring.Builder wiring) {
        return wiring.type("Query", query -> {
                    Mutations.field(
                            query,
                            "getRefund",
                            call -> orders.refund(call.orderId("orderId"))
                                    .map(found -> View.of(found.orElse(null))));
                    return query;
                })
                .type("Mutation", mutation -> {
                    Mutations.field(
                            mutation,
                            "beginRefund",
                            call -> writes.submit(new BeginRefund(call.orderId("orderId")))
                                    .map(begun -> View.of(begun.orElse(null))));
                    Mutations.field(mutation, "endRefund", this::end);
                    Mutations.field(mutation, "settleRefund", this::settle);
                    Mutations.field(
                            mutation,
                            "askRefundAgain",
                            call -> writes.submit(new AskRefundAgain(call.orderId("orderId")))
                                    .map(View::of));
                    return mutation;
                });
    }

    private Future<?> end(Arguments call) {
        String refusal = call.optionalText("refusal");
        String kept = refusal == null
                ? null
                : refusal.substring(0, Math.min(LONGEST_REASON, refusal.length()));
        return writes.submit(new EndRefund(call.orderId("orderId"), kept)).map(View::of);
    }

    private Future<?> settle(Arguments call) {
        String reason = call.text("reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.ofField(
                            Kind.INVALID,
                            "reason",
                            "reason must say how the money went back, in at most %d characters."
                                    .formatted(LONGEST_REASON))
                    .asException();
        }
        return writes.submit(new SettleRefund(call.orderId("orderId"), reason)).map(View::of);
    }
}
