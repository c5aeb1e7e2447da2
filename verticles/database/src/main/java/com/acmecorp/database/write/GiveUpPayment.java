package com.acmecorp.database.write;

import com.acmecorp.events.OrderId;

/** Says that an order whose payment was opened won't be accepted: what was charged, or will be, must go back. */
public record GiveUpPayment(OrderId orderId) implements Write<Boolean> {

    @Override
    public void need(UnitOfWork work) {
        work.intents().need(orderId);
    }

    /** Answers whether there is something to give back; false when the order was accepted, or nothing is left. */
    @Override
    public Boolean decide(UnitOfWork work) {
        Intent intent = work.intents().find(orderId);
        if (intent == null) {
            return false;
        }
        if (!intent.givenUp()) {
            work.intents().giveUp(orderId);
        }
        return true;
    }
}
