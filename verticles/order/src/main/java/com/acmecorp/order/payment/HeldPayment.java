package com.acmecorp.order.payment;

import com.acmecorp.events.Money;

import org.jspecify.annotations.Nullable;

/** What a provider has in its books for an order. */
public sealed interface HeldPayment {

    /**
     * It holds the money.
     *
     * @param amount null where it doesn't tell
     */
    record Charged(@Nullable Money amount) implements HeldPayment {}

    /** It gave the money back, or takes none for this order any more. */
    record GivenBack() implements HeldPayment {}

    /** It never charged the order, or declined it. */
    record None() implements HeldPayment {}

    /** Its books don't reach back that far; only a sandbox forgets. */
    record Unknown() implements HeldPayment {}
}
