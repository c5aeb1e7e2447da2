package com.acmecorp.database.write;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Notes that an operator gave the money back which its provider refused to give back.
 *
 * @param reason what the operator wrote; kept with the refund
 */
public record SettleRefund(OrderId orderId, String reason) implements Write<Refund> {

    @Override
    public void need(UnitOfWork work) {
        Reversal.need(orderId, work);
    }

    /** Settling it again changes nothing. */
    @Override
    public Refund decide(UnitOfWork work) {
        Refund refund = work.refunds().require(orderId);
        return switch (refund.state()) {
            case DONE -> refund;
            case DUE ->
                throw Problem.of(
                                Kind.CONFLICT,
                                "%s is still to give back the money of order %s; only what it refused can be settled by hand."
                                        .formatted(refund.provider(), orderId))
                        .asException();
            case REFUSED -> settle(refund, work);
        };
    }

    private Refund settle(Refund refund, UnitOfWork work) {
        Refund settled = refund.settled(reason, work.now());
        Reversal.enterRefund(settled, work);
        work.refunds().save(settled);
        return settled;
    }
}
