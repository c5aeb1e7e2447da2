package com.acmecorp.order.payment;

/** What a payment provider decided. */
public sealed interface PaymentResult {

    /**
     * The amount was charged.
     *
     * @param reference the provider's number of the charge
     */
    record Paid(String reference) implements PaymentResult {}

    /** Nothing was charged. */
    record Declined() implements PaymentResult {}
}
