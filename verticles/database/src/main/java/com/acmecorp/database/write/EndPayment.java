package com.acmecorp.database.write;

import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;

/**
 * Forgets a payment of which nothing can be expected from the provider any more; its idempotency key may be used again.
 *
 * @param refusal what the provider said that refused to give a charge back; null where it holds nothing. The charge is
 *     kept as a refund that a person has to see to
 */
public record EndPayment(OrderId orderId, @Nullable String refusal) implements Write<Boolean> {

    @Override
    public void need(UnitOfWork work) {
        work.intents().need(orderId);
    }

    /** Answers whether there was one. */
    @Override
    public Boolean decide(UnitOfWork work) {
        Intent intent = work.intents().find(orderId);
        if (intent == null) {
            return false;
        }
        work.intents().end(orderId);
        if (intent.idempotencyKey() != null) {
            work.idempotencyKeys().free(intent.idempotencyKey());
        }
        if (refusal != null) {
            Refund due = Refund.due(orderId, intent.paid(""), false, work.now());
            work.refunds().save(due.asked(work.now()).refused(refusal, work.now()));
        }
        return true;
    }
}
