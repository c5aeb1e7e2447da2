package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/** An order that somebody wants changed, who may be so quick that it is still being placed. */
record PlacedOrder(OrderId id) {

    void need(UnitOfWork work) {
        work.orders().need(id);
        work.events().need(created());
    }

    /**
     * The order.
     *
     * @throws com.acmecorp.platform.problem.ProblemException IN_PROGRESS while it is being placed, NOT_FOUND when there
     *     is none
     */
    Order require(UnitOfWork work) {
        if (work.orders().find(id) == null && work.events().has(created())) {
            throw Problem.of(
                            Kind.IN_PROGRESS,
                            "Order %s is being placed; please try again in a moment.".formatted(id))
                    .asException();
        }
        return work.orders().require(id);
    }

    private EventKey created() {
        return EventKey.of(id, EventType.ORDER_CREATED);
    }
}
