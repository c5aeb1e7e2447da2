package com.acmecorp.database.party;

import com.acmecorp.events.OrderId;

/**
 * What a party holds for an order, though we hold something else.
 *
 * @param ours in a few words
 * @param theirs in a few words
 * @param advice what a person should do
 */
public record Difference(String party, OrderId order, String ours, String theirs, String advice) {

    /** What goods are filed under that came for a cancelled order; no comparison ends it. */
    public static final String GOODS = "goods of cancelled orders";

    /** Goods came for an order that was cancelled by then. */
    public static Difference goodsOf(OrderId order) {
        return new Difference(
                GOODS,
                order,
                "cancelled",
                "delivered",
                "Send the goods back to the stockist, then POST /goodsReturned.");
    }
}
