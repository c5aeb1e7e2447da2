package com.acmecorp.order;

/** How a segment's orders are paid for. */
sealed interface Settlement {

    /**
     * The customer pays before the order is accepted.
     *
     * @param provider name of the payment provider that takes the segment's money
     */
    record PayUpfront(String provider) implements Settlement {

        /** The provider that a test order is paid at: one that charges nobody, beside the real one. */
        String sandbox() {
            return provider + " (sandbox)";
        }

        String providerOf(OrderRequest order) {
            return order.isTest() ? sandbox() : provider;
        }
    }

    /** A business with an organization number is sent an invoice. */
    record Invoice() implements Settlement {}
}
