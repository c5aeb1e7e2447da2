package com.acmecorp.database.write;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderCreated;

import org.jspecify.annotations.Nullable;

/**
 * A payment that is under way, with the order that waits for it.
 *
 * @param amount what the provider is asked for
 * @param idempotencyKey under which the customer can ask again; null where no key was sent
 * @param givenUp whether the order won't come, so that the money must go back
 */
public record Intent(
        OrderCreated order,
        String provider,
        Money amount,
        @Nullable String idempotencyKey,
        boolean givenUp) {

    Payment paid(String reference) {
        return new Payment(provider, reference, amount);
    }

    Intent giveUp() {
        return new Intent(order, provider, amount, idempotencyKey, true);
    }
}
