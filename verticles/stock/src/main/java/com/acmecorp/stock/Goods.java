package com.acmecorp.stock;

/** What the stockist holds for an order, in the words of its answers. */
enum Goods {
    /** It doesn't know the order. */
    NONE,
    /** It will send the goods. */
    LATER,
    /** It has sent the goods. */
    DELIVERED,
    /** It doesn't sell what was ordered. */
    REFUSED,
    /** The order was called off: it sends nothing, or takes back what it sent. */
    CANCELLED,
    /** Its books don't reach back that far; only a sandbox forgets. */
    UNKNOWN
}
