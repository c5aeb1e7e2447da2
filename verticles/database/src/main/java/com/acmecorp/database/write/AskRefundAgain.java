package com.acmecorp.database.write;

import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/** Has a provider asked once more for a refund that it refused, because what was in the way is mended. */
public record AskRefundAgain(OrderId orderId) implements Write<Refund> {

    @Override
    public void need(UnitOfWork work) {
        work.refunds().need(orderId);
        work.events().need(cancelled());
    }

    /** Asking for one that isn't refused changes nothing. */
    @Override
    public Refund decide(UnitOfWork work) {
        Refund refund = work.refunds().require(orderId);
        if (refund.state() != Refund.State.REFUSED) {
            return refund;
        }
        if (!work.events().has(cancelled())) {
            throw Problem.of(
                            Kind.CONFLICT,
                            "There is no order %s, only its charge; please give that back by hand."
                                    .formatted(orderId))
                    .asException();
        }
        Refund due = refund.dueAgain();
        work.refunds().save(due);
        work.events().dispatchAgain(cancelled());
        return due;
    }

    private EventKey cancelled() {
        return EventKey.of(orderId, EventType.ORDER_CANCELLED);
    }
}
