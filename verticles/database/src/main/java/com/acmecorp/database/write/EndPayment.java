package com.acmecorp.database.write;

import com.acmecorp.events.OrderId;

/** Forgets a payment of which the provider holds nothing; its idempotency key may be used again. */
public record EndPayment(OrderId orderId) implements Write<Boolean> {

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
        return true;
    }
}
