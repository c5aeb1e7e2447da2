package com.acmecorp.database.write;

import com.acmecorp.database.order.Facts;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Settlement;

import org.jspecify.annotations.Nullable;

/**
 * Accepts an order that needs no payment: writes OrderCreated with its idempotency key.
 *
 * @param claim null where the client sent no key
 */
public record AcceptOrder(Facts facts, @Nullable IdempotencyClaim claim)
        implements Write<AcceptOrder.Receipt> {

    /**
     * What was accepted.
     *
     * @param accepted false when it had been accepted before, maybe under another number
     */
    public record Receipt(OrderId orderId, boolean accepted) {}

    @Override
    public boolean beginsJourney() {
        return true;
    }

    @Override
    public void need(UnitOfWork work) {
        work.events().need(key());
        if (claim != null) {
            work.idempotencyKeys().need(claim);
        }
    }

    @Override
    public Receipt decide(UnitOfWork work) {
        KeptClaim earlier = claim == null ? null : work.idempotencyKeys().find(claim);
        if (claim != null && earlier != null) {
            return new Receipt(earlier.acceptedFor(claim), false);
        }
        if (work.events().has(key())) {
            return new Receipt(facts.orderId(), false);
        }
        work.events().emit(key(), facts.created(work.now(), Settlement.INVOICE));
        if (claim != null) {
            work.idempotencyKeys().keep(new KeptClaim(claim, facts.orderId(), false), work.now());
        }
        return new Receipt(facts.orderId(), true);
    }

    private EventKey key() {
        return EventKey.of(facts.orderId(), EventType.ORDER_CREATED);
    }
}
