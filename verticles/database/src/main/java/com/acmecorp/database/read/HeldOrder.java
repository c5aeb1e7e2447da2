package com.acmecorp.database.read;

import org.jspecify.annotations.Nullable;

/**
 * What we hold of an order, to be compared with what third parties hold. The schema's OrderToCompare.
 *
 * @param atRest whether nothing moves it, nor has for a while
 * @param goodsAwaited whether the stockist said that the goods come later
 * @param stocked whether the stockist said that they have come
 * @param deliveryTime epoch milliseconds of the booked slot
 * @param payment null where the order is invoiced
 * @param saleCents what the sale is entered with in the books; null where it isn't
 * @param reversed whether the sale was taken back in the books
 * @param refundRefused whether the provider refused to give a cancelled order's money back, so that it holds it still,
 *     even after an operator gave it back in another way
 */
public record HeldOrder(
        long orderId,
        String status,
        boolean atRest,
        boolean goodsAwaited,
        boolean stocked,
        @Nullable String deliveryTime,
        @Nullable HeldPayment payment,
        @Nullable Long saleCents,
        boolean reversed,
        boolean refundRefused) {

    /**
     * What was paid.
     *
     * @param amount minor units of the currency
     */
    public record HeldPayment(String provider, String reference, long amount, String currency) {}
}
