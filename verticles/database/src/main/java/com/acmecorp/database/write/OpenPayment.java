package com.acmecorp.database.write;

import com.acmecorp.database.order.Facts;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Settlement;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Opens the payment of an order, before its provider is asked: no charge is without a trace, whatever happens next.
 *
 * @param claim null where the client sent no key
 * @param lease for how long the opener looks after it
 */
public record OpenPayment(
        Facts facts,
        String provider,
        Money amount,
        @Nullable IdempotencyClaim claim,
        Duration lease)
        implements Write<OpenPayment.Opening> {

    /**
     * What to do next.
     *
     * @param orderId the order in question; an earlier one where the key had been used
     * @param open whether it is to be paid; false when it was accepted already
     */
    public record Opening(OrderId orderId, boolean open) {}

    @Override
    public boolean beginsJourney() {
        return true;
    }

    @Override
    public void need(UnitOfWork work) {
        work.events().need(created());
        work.intents().need(facts.orderId());
        if (claim != null) {
            work.idempotencyKeys().need(claim);
        }
    }

    @Override
    public Opening decide(UnitOfWork work) {
        if (work.events().has(created())) {
            return new Opening(facts.orderId(), false);
        }
        if (work.intents().find(facts.orderId()) != null) {
            return new Opening(facts.orderId(), true); // its first answer got lost
        }
        KeptClaim earlier = claim == null ? null : work.idempotencyKeys().find(claim);
        return claim != null && earlier != null
                ? new Opening(earlier.acceptedFor(claim), false)
                : open(work);
    }

    private Opening open(UnitOfWork work) {
        Intent intent = new Intent(
                facts.charging(amount).created(work.now(), Settlement.PAID),
                provider,
                amount,
                claim == null ? null : claim.key(),
                false);
        work.intents().open(intent, work.now().plus(lease));
        if (claim != null) {
            work.idempotencyKeys().keep(new KeptClaim(claim, facts.orderId(), true), work.now());
        }
        return new Opening(facts.orderId(), true);
    }

    private EventKey created() {
        return EventKey.of(facts.orderId(), EventType.ORDER_CREATED);
    }
}
