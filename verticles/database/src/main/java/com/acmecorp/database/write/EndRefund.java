package com.acmecorp.database.write;

import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;

/**
 * Notes what the provider did about a refund. Once the money went back, the books say so. Of two answers that cross each
 * other, that it went back is the one that counts.
 *
 * @param refusal what the provider said instead of giving the money back; null where it did give it back
 */
public record EndRefund(OrderId orderId, @Nullable String refusal) implements Write<Refund> {

    @Override
    public void need(UnitOfWork work) {
        Reversal.need(orderId, work);
    }

    @Override
    public Refund decide(UnitOfWork work) {
        Refund refund = work.refunds().require(orderId);
        return switch (refund.state()) {
            case DONE -> refund;
            case DUE ->
                refusal == null
                        ? done(refund, work)
                        : save(refund.refused(refusal, work.now()), work);
            case REFUSED -> refusal == null ? done(refund, work) : refund;
        };
    }

    private static Refund done(Refund refund, UnitOfWork work) {
        Reversal.enterRefund(refund, work);
        return save(refund.done(work.now()), work);
    }

    private static Refund save(Refund refund, UnitOfWork work) {
        work.refunds().save(refund);
        return refund;
    }
}
