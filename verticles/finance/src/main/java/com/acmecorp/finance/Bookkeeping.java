package com.acmecorp.finance;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;

import io.vertx.core.Future;

/** The firm that keeps ACME's books. */
interface Bookkeeping {

    /**
     * Enters a sale.
     *
     * @param order also the idempotency key: entered twice, a sale stands in the books once
     * @param trace of the event or the request that tells of it
     */
    Future<Void> enter(OrderId order, UsdCents totalPrice, TraceParent trace);

    /**
     * Takes a sale back, whether or not it was entered before; nothing of it counts from now on.
     *
     * @param order also the idempotency key: taken back twice, a sale is taken back once
     * @param trace of the event that tells of it
     */
    Future<Void> reverse(OrderId order, UsdCents totalPrice, TraceParent trace);

    /** What stands in the books for an order; asking changes nothing. */
    Future<BookedSale> find(OrderId order);
}
