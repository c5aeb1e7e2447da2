package com.acmecorp.database.audit;

import com.acmecorp.events.EventKey;

import org.jspecify.annotations.Nullable;

/** What an open order waits for: that which its newest event brings about. */
public enum Stage {
    /** OrderCreated is there: its row. */
    PLACE(null, false),
    /** OrderPlaced is there: the stockist, who may take days once it has been asked. */
    STOCK("PLACED", true),
    /** StockCreated is there: the status STOCKED. */
    MARK_STOCKED("PLACED", false),
    /** OrderDeliverable is there: the customer, who may take weeks. */
    CHOOSE_TIME("STOCKED", true),
    /** OrderDeliverable is there, and it's a test order: the booking. */
    AUTO_BOOK("STOCKED", false),
    /** DeliveryBooked is there: the status DELIVERY_BOOKED. */
    MARK_BOOKED("STOCKED", false),
    /** OrderCancelled is there, and with it the status CANCELLED: no open order can be here. */
    CANCELLED(null, false);

    private final @Nullable String status;
    private final boolean outside;

    Stage(@Nullable String status, boolean outside) {
        this.status = status;
        this.outside = outside;
    }

    /** The stage that an order's newest event begins. */
    static Stage after(EventKey newest, boolean test) {
        return switch (newest.type()) {
            case ORDER_CREATED -> PLACE;
            case ORDER_PLACED -> STOCK;
            case STOCK_CREATED -> MARK_STOCKED;
            case ORDER_DELIVERABLE -> test ? AUTO_BOOK : CHOOSE_TIME;
            case DELIVERY_BOOKED -> MARK_BOOKED;
            case ORDER_CANCELLED -> CANCELLED;
        };
    }

    /**
     * Whether an order of that status can be here, and somebody outside of the system has the next move.
     *
     * @param goodsAwaited whether the stockist was asked, and delivers later
     */
    boolean waitsOutside(@Nullable String orderStatus, boolean goodsAwaited) {
        return outside
                && status != null
                && status.equals(orderStatus)
                && (this != STOCK || goodsAwaited);
    }
}
