package com.acmecorp.database.order;

import com.acmecorp.events.DeliveryTime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How far an order has come.
 *
 * @param goodsAwaitedAt when the stockist said that the goods come later; null where it didn't
 * @param deliveryRevision 0 until and with the first booking, then the number of changes to it
 */
public record Progress(
        Status status,
        Instant placedAt,
        @Nullable Instant goodsAwaitedAt,
        @Nullable Instant stockedAt,
        @Nullable DeliveryTime deliveryTime,
        int deliveryRevision,
        @Nullable Instant deliveryBookedAt,
        @Nullable Instant cancelledAt) {

    static Progress placed(Instant now) {
        return new Progress(Status.PLACED, now, null, null, null, 0, null, null);
    }

    Progress awaitingGoods(Instant now) {
        return new Progress(
                status,
                placedAt,
                now,
                stockedAt,
                deliveryTime,
                deliveryRevision,
                deliveryBookedAt,
                cancelledAt);
    }

    Progress stocked(Instant now) {
        return new Progress(
                Status.STOCKED,
                placedAt,
                goodsAwaitedAt,
                now,
                deliveryTime,
                deliveryRevision,
                deliveryBookedAt,
                cancelledAt);
    }

    Progress booked(DeliveryTime time) {
        int revision = deliveryTime == null ? 0 : deliveryRevision + 1;
        return new Progress(
                status,
                placedAt,
                goodsAwaitedAt,
                stockedAt,
                time,
                revision,
                deliveryBookedAt,
                cancelledAt);
    }

    Progress deliveryBooked(Instant now) {
        return new Progress(
                Status.DELIVERY_BOOKED,
                placedAt,
                goodsAwaitedAt,
                stockedAt,
                deliveryTime,
                deliveryRevision,
                now,
                cancelledAt);
    }

    /** Without a delivery; the journal tells which one was booked. */
    Progress cancelled(Instant now) {
        return new Progress(
                Status.CANCELLED,
                placedAt,
                goodsAwaitedAt,
                stockedAt,
                null,
                deliveryRevision,
                deliveryBookedAt,
                now);
    }
}
