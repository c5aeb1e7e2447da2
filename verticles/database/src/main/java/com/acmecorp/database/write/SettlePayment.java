package com.acmecorp.database.write;

import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Accepts an order whose payment was opened and is charged: writes OrderCreated and the payment.
 *
 * @param reference the provider's number of the charge
 */
public record SettlePayment(OrderId orderId, String reference) implements Write<OrderId> {

    @Override
    public void need(UnitOfWork work) {
        work.events().need(created());
        work.intents().need(orderId);
    }

    @Override
    public OrderId decide(UnitOfWork work) {
        if (work.events().has(created())) {
            return orderId;
        }
        Intent intent = work.intents().find(orderId);
        if (intent == null || intent.givenUp()) {
            throw Problem.ofField(
                            Kind.CONFLICT,
                            "orderId",
                            "Order %s took too long; its payment was given back."
                                    .formatted(orderId))
                    .asException();
        }
        work.events().emit(created(), intent.order().at(work.now()));
        work.payments().record(orderId, intent.paid(reference));
        work.intents().end(orderId);
        return orderId;
    }

    private EventKey created() {
        return EventKey.of(orderId, EventType.ORDER_CREATED);
    }
}
