package com.acmecorp.order;

/** How a segment's orders are paid for. */
sealed interface Settlement {

    /**
     * The customer pays before the order is accepted.
     *
     * @param provider name of the payment provider that takes the segment's money
     */
    record PayUpfront(String provider) implements Settlement {}

    /** A business with an organization number is sent an invoice. */
    record Invoice() implements Settlement {}
}
